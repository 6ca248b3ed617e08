import {
  ACCOUNT_METRICS,
  ACCOUNT_TOTALS,
  ACCOUNT_UNIQUES,
  type AccountMetricName,
  type AccountUnavailableReason,
  addDays,
  daysBetween,
} from "../../../platform-kit"
import type { DayRow } from "../sql/account-days"

/** Days, both included. */
export interface DaySpan {
  from: string
  to: string
}

export type AccountFigures = Record<AccountMetricName, number | null>

/** One calendar day as it is answered; `null` has its reason beside it. */
export interface SeriesDay {
  day: string
  period_end: Date | null
  captured_at: Date | null
  metrics: AccountFigures
  unavailable: Partial<Record<AccountMetricName, AccountUnavailableReason>>
}

export type AccountPeaks = Record<
  AccountMetricName,
  { day: string; value: number } | null
>

/** One entry per calendar day, oldest first, whether it is kept or not. */
export function daySeries(
  rows: readonly DayRow[],
  { from, to }: DaySpan,
  today: string
): SeriesDay[] {
  const byDay = byDayOf(rows)
  return daysBetween(from, to).map((day) =>
    toSeriesDay(day, byDay.get(day), today)
  )
}

function toSeriesDay(
  day: string,
  row: DayRow | undefined,
  today: string
): SeriesDay {
  const metrics = figures((metric) => row?.metrics[metric] ?? null)
  const fallback = !row
    ? "not_read"
    : day >= today
      ? "no_data_yet"
      : "not_returned"
  const unavailable: SeriesDay["unavailable"] = {}
  for (const metric of ACCOUNT_METRICS) {
    if (metrics[metric] === null) {
      unavailable[metric] = row?.unavailable[metric] ?? fallback
    }
  }
  return {
    day,
    period_end: row?.period_end ?? null,
    captured_at: row?.captured_at ?? null,
    metrics,
    unavailable,
  }
}

/**
 * What a span added, in honest numbers. Totals: the end of the span less the
 * end of the day before it. Others: the sum of the days, when all of them that
 * are over are known. Uniques have no sum. `null` is not known.
 *
 * @param rows with the day before the span
 */
export function gainsOf(
  rows: readonly DayRow[],
  { from, to }: DaySpan,
  today: string
): AccountFigures {
  const byDay = byDayOf(rows)
  const valueOn = (metric: AccountMetricName, day: string) =>
    byDay.get(day)?.metrics[metric] ?? null
  // Today's totals may not have been read yet; then the span ends yesterday.
  const yesterday = addDays(today, -1)
  const last = to < today ? to : today
  const closed = daysBetween(from, last < yesterday ? last : yesterday)
  return figures((metric) => {
    if (ACCOUNT_UNIQUES.includes(metric)) {
      return null
    }
    if (ACCOUNT_TOTALS.includes(metric)) {
      const before = valueOn(metric, addDays(from, -1))
      const after =
        valueOn(metric, last) ??
        (last === today && yesterday >= from
          ? valueOn(metric, yesterday)
          : null)
      return before === null || after === null ? null : after - before
    }
    return sumOf(closed.map((day) => valueOn(metric, day)))
  })
}

/** The day with the largest number, the earliest of several. */
export function peaksOf(
  rows: readonly DayRow[],
  { from, to }: DaySpan
): AccountPeaks {
  const inside = rows.filter(({ day }) => day >= from && day <= to)
  return byMetric((metric) => {
    let peak: { day: string; value: number } | null = null
    for (const { day, metrics } of inside) {
      const value = metrics[metric] ?? null
      if (value !== null && (peak === null || value > peak.value)) {
        peak = { day, value }
      }
    }
    return peak
  })
}

/** The span of the same length before. */
export function spanBefore({ from, to }: DaySpan): DaySpan {
  const length = daysBetween(from, to).length
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

function sumOf(values: readonly (number | null)[]): number | null {
  let sum: number | null = null
  for (const value of values) {
    if (value === null) {
      return null
    }
    sum = (sum ?? 0) + value
  }
  return sum
}

const byDayOf = (rows: readonly DayRow[]) =>
  new Map(rows.map((row) => [row.day, row]))

function byMetric<T>(
  valueOf: (metric: AccountMetricName) => T
): Record<AccountMetricName, T> {
  return Object.fromEntries(
    ACCOUNT_METRICS.map((metric) => [metric, valueOf(metric)])
  ) as Record<AccountMetricName, T>
}

const figures = (
  valueOf: (metric: AccountMetricName) => number | null
): AccountFigures => byMetric(valueOf)
