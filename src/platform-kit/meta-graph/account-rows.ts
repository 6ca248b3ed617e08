import { toArray, toDate, toNumber, toRecord, toText } from "../coerce"
import { addDays, dayOf } from "../days"
import {
  type InsightsBreakdown,
  numbersIn,
  readBreakdown,
} from "./insights-rows"

/** One metric of an account: a number per day, or one for the whole window. */
export interface AccountRow {
  name: string
  /**
   * `total_value`, or a sole value that names no day; `null` when there is
   * none, as in breakdowns of people.
   */
  total: number | null
  /** Oldest first, as the platform cuts days; each day once. */
  points: AccountPoint[]
  breakdowns: InsightsBreakdown[]
}

export interface AccountPoint {
  /** The calendar day that the number is about, `YYYY-MM-DD`. */
  day: string
  period_end: Date
  value: number | null
  /** Values that are objects, e.g. followers by country or by hour. */
  parts: Record<string, number> | null
}

/** Rolling sums stand beside the days and would be taken for them. */
const ROLLING = new Set(["week", "days_28", "month"])
const LIFETIME = "lifetime"

/**
 * Reads `{ data: [{ name, period, values | total_value }] }` of an account, by
 * metric name. `end_time` is the end of a day, at midnight in California: the
 * number belongs to the calendar day before. `paging` moves the window and is
 * left alone: followed, it never ends.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/insights
 */
export function readAccountRows(edge: unknown): Map<string, AccountRow> {
  const rows = new Map<string, AccountRow>()
  const entries = toArray(toRecord(edge)?.data)
    .map(toRecord)
    .filter((entry) => entry !== null)
  // A `lifetime` row beside the days is 0 or stale, so days come first.
  for (const record of [
    ...entries.filter(({ period }) => period !== LIFETIME),
    ...entries.filter(({ period }) => period === LIFETIME),
  ]) {
    const name = toText(record.name)
    if (name && !rows.has(name) && !ROLLING.has(toText(record.period) ?? "")) {
      rows.set(name, readRow(name, record))
    }
  }
  return rows
}

function readRow(name: string, record: Record<string, unknown>): AccountRow {
  const total = toRecord(record.total_value)
  const values = toArray(record.values)
  return {
    name,
    total: toNumber(total?.value) ?? soleValue(values),
    points: inOrder(values.flatMap(readPoint)),
    breakdowns: toArray(total?.breakdowns).flatMap(readBreakdown),
  }
}

/** Some answers for one window have `values` with one number, of no day. */
function soleValue(values: readonly unknown[]): number | null {
  const [first, ...others] = values.map(toRecord)
  return first && others.length === 0 && first.end_time === undefined
    ? toNumber(first.value)
    : null
}

/** Series are not promised to be sorted; of a day told twice the first counts. */
function inOrder(points: readonly AccountPoint[]): AccountPoint[] {
  const days = new Map<string, AccountPoint>()
  for (const point of points) {
    if (!days.has(point.day)) {
      days.set(point.day, point)
    }
  }
  return [...days.values()].sort((one, other) =>
    one.day.localeCompare(other.day)
  )
}

function readPoint(entry: unknown): AccountPoint[] {
  const record = toRecord(entry)
  const period_end = toDate(record?.end_time)
  if (!record || !period_end) {
    return []
  }
  return [
    {
      day: addDays(dayOf(period_end), -1),
      period_end,
      value: toNumber(record.value),
      parts: numbersIn(record.value),
    },
  ]
}
