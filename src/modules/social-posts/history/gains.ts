import type { MetricRedefinition } from "../../../platform-kit"
import { isBroken } from "./definitions"
import type { Point } from "./known-points"

/** A span of time in epoch milliseconds; `null` is open. */
export interface TimeSpan {
  from: number | null
  to: number
}

/**
 * What a span of time added to a metric: its last value in the span minus what
 * was known when the span began. Can be negative. `null` when one of the two is
 * not known, or when the platform counts in another way since.
 *
 * @param points oldest first
 * @param span the reading at or before its beginning is what it starts from;
 *   without a beginning nothing is known to start from
 */
export function gainOf(
  points: readonly Point[],
  metric: string,
  definitions: readonly MetricRedefinition[],
  { from, to }: TimeSpan
): number | null {
  if (from === null) {
    return null
  }
  const before = points.findLast(({ time }) => time <= from)
  const last = points.findLast(
    ({ time, value }) => time > from && time <= to && value !== null
  )
  return difference(before, last, metric, definitions)
}

/** `null` when a value is unknown or the two cannot be compared. */
export function difference(
  before: Point | undefined,
  after: Point | undefined,
  metric: string,
  definitions: readonly MetricRedefinition[]
): number | null {
  if (
    before?.value === undefined ||
    before.value === null ||
    after?.value === undefined ||
    after.value === null
  ) {
    return null
  }
  const [was, is] = [before.definition_version, after.definition_version]
  return isBroken(definitions, metric, was, is)
    ? null
    : withoutRoundingNoise(after.value - before.value)
}

/** Rates and seconds have decimals: 6.14 - 4.17 is 1.97, not 1.9699999999999998. */
const withoutRoundingNoise = (value: number) =>
  Math.round(value * 10000) / 10000
