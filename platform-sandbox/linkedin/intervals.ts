import { DAY } from "./model"
import { paramInvalid } from "./refusals"
import { RestliValue } from "./restli"

export interface Interval {
  start: number
  end: number
}

const number = (name: string, value: RestliValue | undefined): number => {
  if (typeof value !== "string" || !/^[0-9]{12,14}$/.test(value)) {
    throw paramInvalid(name, "expected epoch milliseconds")
  }
  return Number(value)
}

function nextStart(at: number, unit: string): number {
  if (unit === "DAY") {
    return at + DAY
  }
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** `(timeRange:(start:…,end:…),timeGranularityType:DAY|MONTH)` as buckets. */
export function buckets(value: RestliValue): Interval[] {
  const name = "timeIntervals"
  if (typeof value !== "object" || Array.isArray(value)) {
    throw paramInvalid(name, "expected a record")
  }
  const { timeRange, timeGranularityType: unit, ...rest } = value
  if (unit !== "DAY" && unit !== "MONTH") {
    throw paramInvalid(name, "timeGranularityType is DAY or MONTH")
  }
  if (Object.keys(rest).length) {
    throw paramInvalid(name, `unknown field ${Object.keys(rest).join()}`)
  }
  if (typeof timeRange !== "object" || Array.isArray(timeRange)) {
    throw paramInvalid(name, "timeRange is missing")
  }
  const start = number(`${name}.start`, timeRange.start)
  const end = number(`${name}.end`, timeRange.end)
  if (start >= end) {
    throw paramInvalid(name, "start is not before end")
  }
  const list: Interval[] = []
  for (let at = start; at < end;) {
    const next = Math.min(nextStart(at, unit), end)
    list.push({ start: at, end: next })
    at = next
  }
  return list
}

type Dated = { day: number; month: number; year: number }

export const dated = (ms: number): Dated => {
  const date = new Date(ms)
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
  }
}

function dayOf(name: string, value: RestliValue | undefined): number {
  if (typeof value !== "object" || Array.isArray(value)) {
    throw paramInvalid(name, "expected (day:..,month:..,year:..)")
  }
  const { day, month, year } = value
  const wrong = [day, month, year].some(
    (part) => typeof part !== "string" || !/^[0-9]+$/.test(part)
  )
  if (wrong) {
    throw paramInvalid(name, "expected (day:..,month:..,year:..)")
  }
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

/** `(start:(day:..,month:..,year:..),end:(..))`; the end is exclusive. */
export function dateRange(value: RestliValue): Interval {
  const name = "dateRange"
  if (typeof value !== "object" || Array.isArray(value)) {
    throw paramInvalid(name, "expected a record")
  }
  const start = dayOf(`${name}.start`, value.start)
  const end = dayOf(`${name}.end`, value.end)
  if (start >= end) {
    throw paramInvalid(name, "start is not before end")
  }
  return { start, end }
}

/** The days of an interval, one bucket each. */
export function daysOf({ start, end }: Interval): Interval[] {
  const list: Interval[] = []
  for (let at = start; at < end; at += DAY) {
    list.push({ start: at, end: at + DAY })
  }
  return list
}
