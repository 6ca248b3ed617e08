import type { MetricRedefinition } from "../../../platform-kit"
import { difference, type TimeSpan } from "./gains"
import type { Point } from "./known-points"
import type { PeakDay } from "./types"

/**
 * The day of a span on which a metric rose most. Only days that were read, and
 * so was the day before, have a gain of their own: what was added between
 * readings further apart belongs to no single day. `null` when no such day
 * rose. Days are UTC.
 *
 * @param points oldest first, also those from before the span, for its first day
 */
export function peakDay(
  points: readonly Point[],
  metric: string,
  definitions: readonly MetricRedefinition[],
  { from, to }: TimeSpan
): PeakDay | null {
  const lastOfDay = new Map<string, Point>()
  for (const point of points) {
    if (point.time <= to) {
      lastOfDay.set(point.day, point)
    }
  }
  const begun =
    from === null ? undefined : points.findLast(({ time }) => time <= from)
  let peak: PeakDay | null = null
  for (const [day, last] of lastOfDay) {
    if (last.value === null || (from !== null && last.time <= from)) {
      continue
    }
    // What the day started from: the beginning of the span, or the day before.
    const before = begun?.day === day ? begun : lastOfDay.get(last.eve)
    const gain = difference(before, last, metric, definitions)
    if (gain !== null && gain > (peak?.gain ?? 0)) {
      peak = { day, gain }
    }
  }
  return peak
}
