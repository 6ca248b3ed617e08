import type { MetricValues } from "../../../platform-kit"

const HOUR = 60 * 60 * 1000

/** Two readings closer than this say little about the pace. */
const SHORTEST_SPAN = HOUR / 4

/**
 * How much the numbers of a post moved between two readings, as a share of what
 * they are now, on average: 0.1 is 10 %. `null` without a number above 0 that
 * both readings know.
 */
export function relativeChange(
  before: MetricValues,
  after: MetricValues
): number | null {
  const shares = Object.entries(before).flatMap(([metric, was]) => {
    const is = after[metric as keyof MetricValues]
    if (typeof was !== "number" || typeof is !== "number") {
      return []
    }
    // Metrics that nobody ever touched would hide the pace of the others.
    const size = Math.max(Math.abs(is), Math.abs(was))
    return size === 0 ? [] : Math.abs(is - was) / size
  })
  return shares.length === 0
    ? null
    : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/**
 * A change as a pace per hour, from when the numbers were read before; `null`
 * when that is not known or was only just now.
 */
export function pacePerHour(
  change: number | null,
  readBefore: unknown,
  now: Date
): number | null {
  const since =
    typeof readBefore === "string"
      ? now.getTime() - Date.parse(readBefore)
      : NaN
  return change !== null && since >= SHORTEST_SPAN
    ? change / (since / HOUR)
    : null
}
