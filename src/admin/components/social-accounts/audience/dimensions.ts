import { type Share, toShares } from "../../social-posts/insights/shares"

/** Dimensions in their order; others follow as they come. */
const ORDER = ["age", "gender", "country", "city"]
/** Ages have an order of their own. */
const IN_ORDER = ["age"]
/** The largest parts tell; a platform sends up to 45 cities. */
const MOST = 8

export interface Dimension {
  name: string
  shares: Share[]
  /** Parts that are not shown. */
  more: number
}

/** The parts of an audience by dimension, each with its shares of all. */
export function dimensionsOf(
  demographics: Readonly<Record<string, Record<string, number>>>
): Dimension[] {
  const names = [
    ...ORDER.filter((name) => demographics[name]),
    ...Object.keys(demographics).filter((name) => !ORDER.includes(name)),
  ]
  return names.flatMap((name) => {
    const shares = toShares(demographics[name] ?? {})
    if (shares.length === 0) {
      return []
    }
    return [
      IN_ORDER.includes(name)
        ? { name, shares: byName(shares), more: 0 }
        : {
            name,
            shares: shares.slice(0, MOST),
            more: Math.max(0, shares.length - MOST),
          },
    ]
  })
}

const byName = (shares: readonly Share[]) =>
  [...shares].sort((a, b) =>
    a.name.localeCompare(b.name, "en", { numeric: true })
  )

export interface Hour {
  hour: number
  /** `null` when not known. */
  value: number | null
  /** Of the busiest hour, 0 to 100. */
  percent: number
}

/** All 24 hours of a day. */
export function hoursOf(online: Readonly<Record<string, number>>): Hour[] {
  const most = Math.max(1, ...Object.values(online))
  return Array.from({ length: 24 }, (_, hour) => {
    const value = online[hour] ?? null
    return { hour, value, percent: Math.round(((value ?? 0) / most) * 100) }
  })
}

/** The busiest hour; `null` when nobody was there, or nobody knows. */
export const busiestOf = (hours: readonly Hour[]): Hour | null =>
  hours.reduce<Hour | null>(
    (best, hour) => ((hour.value ?? 0) > (best?.value ?? 0) ? hour : best),
    null
  )
