import type { Reading } from "./types"

/** A reading with its time and UTC days, which all of its metrics need. */
export type DatedReading = Reading & Pick<Point, "time" | "day" | "eve">

/** One metric at one reading. */
export interface Point {
  /** In epoch milliseconds: dates are slow to compare. */
  time: number
  /** The UTC day of the reading. */
  day: string
  /** The day before. */
  eve: string
  value: number | null
  definition_version: number
}

/**
 * A metric's readings, oldest first, without the moments at which a platform
 * lost its count: a counter that jumps to 0 and comes back has measured
 * nothing in between, and its return is no gain.
 */
export function knownPoints(
  readings: readonly DatedReading[],
  metric: string
): Point[] {
  const points = readings.map(
    ({ time, day, eve, definition_version, values }) => ({
      time,
      day,
      eve,
      definition_version,
      value: values[metric] ?? null,
    })
  )
  const firstCounted = points.findIndex(isCounted)
  const lastCounted = points.findLastIndex(isCounted)
  return points.filter(
    ({ value }, index) =>
      value !== 0 || index < firstCounted || index > lastCounted
  )
}

const isCounted = ({ value }: Point) => value !== null && value > 0
