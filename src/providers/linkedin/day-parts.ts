import {
  ACCOUNT_DAILY,
  ACCOUNT_TOTALS,
  type AccountDay,
  type AccountMetricName,
  type AccountMetricValues,
  type AccountUnavailableReason,
  addDays,
  daysBetween,
  type PlatformError,
} from "../../platform-kit"

/** Days, both included; empty when they are the wrong way round. */
export interface DayRange {
  from: string
  to: string
}

/** What a part says about one day. */
export interface DayReading {
  day: string
  metrics: AccountMetricValues
  breakdowns?: AccountDay["breakdowns"]
}

/** Numbers that come together, in one question for the whole range. */
export interface DayPart {
  /** As problems name it. */
  name: string
  metrics: readonly AccountMetricName[]
  /** The days LinkedIn can tell of. */
  window: DayRange
  /** What a merchant has to grant for it. */
  scope: string
  read(range: DayRange): Promise<DayReading[]>
}

/** What became of a part. */
export interface DayAnswer {
  part: DayPart
  readings: DayReading[]
  error: PlatformError | null
}

/** So long LinkedIn may take to count a day. */
const SETTLING_DAYS = 2

export const overlap = (one: DayRange, other: DayRange): DayRange => ({
  from: one.from > other.from ? one.from : other.from,
  to: one.to < other.to ? one.to : other.to,
})

/**
 * Puts the parts together, one row per day of the range; a number that was not
 * told gets its reason. A part that failed in passing leaves its numbers out, so
 * that what is stored stays. Pure.
 */
export function composeDays(
  { from, to, today }: DayRange & { today: string },
  answers: readonly DayAnswer[]
): AccountDay[] {
  const parts = answers.map(({ readings, ...answer }) => ({
    ...answer,
    byDay: new Map(readings.map((reading) => [reading.day, reading])),
  }))
  return daysBetween(from, to).map((day) => {
    const row = emptyDay(day, answers)
    for (const { part, byDay, error } of parts) {
      const reading = byDay.get(day)
      for (const metric of part.metrics) {
        const value = reading?.metrics[metric] ?? null
        const reason = value === null ? whyNot(day, today, part, error) : null
        if (value !== null || reason) {
          row.metrics[metric] = value
        }
        if (reason) {
          row.unavailable[metric] = reason
        }
      }
      if (reading?.breakdowns) {
        row.breakdowns = { ...row.breakdowns, ...reading.breakdowns }
      }
    }
    return row
  })
}

/** The day that runs: totals as of now, everything else is still counted. */
export function composeToday(
  today: string,
  answers: readonly DayAnswer[],
  totals: Pick<AccountDay, "metrics" | "unavailable">
): AccountDay {
  const row = emptyDay(today, answers)
  for (const metric of answers.flatMap(({ part }) => part.metrics)) {
    row.metrics[metric] = null
    row.unavailable[metric] = "no_data_yet"
  }
  for (const metric of ACCOUNT_TOTALS) {
    row.metrics[metric] = null
    row.unavailable[metric] = "not_offered"
  }
  delete row.metrics.followers
  delete row.unavailable.followers
  return {
    ...row,
    metrics: { ...row.metrics, ...totals.metrics },
    unavailable: { ...row.unavailable, ...totals.unavailable },
  }
}

/** What no part tells does not exist. Totals of a past day were read on it, if at all. */
function emptyDay(day: string, answers: readonly DayAnswer[]): AccountDay {
  const told = new Set(answers.flatMap(({ part }) => part.metrics))
  const others = ACCOUNT_DAILY.filter((metric) => !told.has(metric))
  return {
    day,
    period_end: null,
    metrics: Object.fromEntries(others.map((metric) => [metric, null])),
    unavailable: Object.fromEntries(
      others.map((metric) => [metric, "not_offered"])
    ),
  }
}

/** `null`: nothing was learned. */
function whyNot(
  day: string,
  today: string,
  { window }: DayPart,
  error: PlatformError | null
): AccountUnavailableReason | null {
  if (day < window.from) {
    return "window_closed"
  }
  if (day > window.to) {
    return "no_data_yet"
  }
  if (error) {
    return refusalReason(error)
  }
  return day >= addDays(today, -SETTLING_DAYS) ? "no_data_yet" : "not_returned"
}

/** What a refusal makes of a number; `null` when it may come with the next try. */
export function refusalReason({
  kind,
}: PlatformError): AccountUnavailableReason | null {
  if (kind === "permission") {
    return "not_permitted"
  }
  return kind === "unsupported_metric" ? "not_supported" : null
}
