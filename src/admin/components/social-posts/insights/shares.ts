export interface Share {
  name: string
  value: number
  /** Of all, in percent with one decimal; `null` when all are zero. */
  percent: number | null
}

/**
 * The parts of a number, largest first, with their share of all. A `total`
 * beside them is the whole, not a part.
 */
export function toShares(parts: Readonly<Record<string, unknown>>): Share[] {
  const counted = Object.entries(parts).flatMap(([name, value]) =>
    name !== "total" && typeof value === "number" ? [{ name, value }] : []
  )
  const sum = counted.reduce((all, { value }) => all + value, 0)
  const whole = Math.max(typeof parts.total === "number" ? parts.total : 0, sum)
  return counted
    .map(({ name, value }) => ({
      name,
      value,
      percent: whole > 0 ? Math.round((value / whole) * 1000) / 10 : null,
    }))
    .sort((a, b) => b.value - a.value)
}

/**
 * Steps that each count whoever came that far (25 %, 50 %, …): in their own
 * order, as a share of the first.
 */
export function toSteps(parts: Readonly<Record<string, unknown>>): Share[] {
  const counted = Object.entries(parts)
    .flatMap(([name, value]) =>
      typeof value === "number" ? [{ name, value }] : []
    )
    .sort((a, b) => Number(a.name) - Number(b.name))
  const whole = counted[0]?.value ?? 0
  return counted.map(({ name, value }) => ({
    name,
    value,
    percent: whole > 0 ? Math.round((value / whole) * 1000) / 10 : null,
  }))
}

/** "tap_forward", "TAP_FORWARD", "tapForward" → "Tap forward". */
export function readableName(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_\s]+/g, " ")
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
