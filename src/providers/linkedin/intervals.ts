import {
  addDays,
  dayOf,
  startOfDay,
  toArray,
  toNumber,
  toRecord,
} from "../../platform-kit"
import { unreadable } from "./classify"
import type { DayRange } from "./day-parts"

type Json = Record<string, unknown>

/** A bucket of a day, with an hour to spare; a week or a month is longer. */
const LONGEST_DAY_MS = 25 * 60 * 60 * 1000

/** A range of days as `timeIntervals`: the end is exclusive. */
export function dailyIntervals({ from, to }: DayRange): string {
  const end = startOfDay(addDays(to, 1))
  return `(timeRange:(start:${startOfDay(from)},end:${end}),timeGranularityType:DAY)`
}

/** The same as `dateRange`, which member analytics take. */
export function dateRange({ from, to }: DayRange): string {
  return `(start:${dated(from)},end:${dated(addDays(to, 1))})`
}

function dated(day: string): string {
  const [year, month, date] = day.split("-").map(Number)
  return `(day:${date},month:${month},year:${year})`
}

/**
 * The elements of a finder's answer.
 * @throws PlatformError `transient` when there is no list: silence is not data
 */
export function elementsOf(body: unknown): Json[] {
  const elements = toRecord(body)?.elements
  if (!Array.isArray(elements)) {
    throw unreadable()
  }
  return toArray(elements).flatMap<Json>((element) => toRecord(element) ?? [])
}

/**
 * The day an element speaks of: by `timeRange` in milliseconds or `dateRange`
 * by parts; `null` when it speaks of more than one, or of all time.
 */
export function dayOfElement(element: Json): string | null {
  const times = toRecord(element.timeRange)
  const dates = toRecord(element.dateRange)
  const start = toNumber(times?.start) ?? timeOf(dates?.start)
  const end = toNumber(times?.end) ?? timeOf(dates?.end)
  return start === null || (end !== null && end - start > LONGEST_DAY_MS)
    ? null
    : dayOf(start)
}

function timeOf(value: unknown): number | null {
  const parts = toRecord(value)
  const [year, month, day] = [parts?.year, parts?.month, parts?.day].map(
    toNumber
  )
  return year && month && day ? Date.UTC(year, month - 1, day) : null
}
