export interface Comparison {
  direction: "up" | "down" | "same"
  /** The difference itself, never negative. */
  by: number
  /** In percent of what was before; `null` where that is not above zero. */
  percent: number | null
}

/** How a number stands against an earlier one; `null` when one is not known. */
export function compare(
  now: number | null | undefined,
  before: number | null | undefined
): Comparison | null {
  if (typeof now !== "number" || typeof before !== "number") {
    return null
  }
  const by = Math.abs(now - before)
  return {
    direction: now > before ? "up" : now < before ? "down" : "same",
    by,
    percent: before > 0 ? Math.round((by / before) * 1000) / 10 : null,
  }
}
