import {
  ACCOUNT_METRICS,
  ACCOUNT_TOTALS,
  type AccountDay,
  type AccountMetricName,
  type AccountUnavailableReason,
} from "../../../platform-kit"
import type { DayWrite } from "../sql/account-days"

/** The platform says that it has no such number: what is kept of it goes. */
const WITHDRAWING: readonly AccountUnavailableReason[] = [
  "not_offered",
  "retired",
  "not_supported",
  "too_few_followers",
]

/**
 * A day as it was read, ready to be written. Totals were true when they were
 * read: a later reading of the day never takes them away.
 */
export function prepareDay(day: AccountDay, now: Date): DayWrite {
  const known: DayWrite["known"] = {}
  const unavailable: DayWrite["unavailable"] = {}
  for (const metric of ACCOUNT_METRICS) {
    const value = day.metrics[metric]
    if (value !== undefined && value !== null) {
      known[metric] = value
    } else if (value === null) {
      unavailable[metric] = day.unavailable[metric] ?? "not_returned"
    }
  }
  const withdrawn = ACCOUNT_METRICS.filter((metric) => {
    const reason = unavailable[metric]
    return (
      reason && WITHDRAWING.includes(reason) && !ACCOUNT_TOTALS.includes(metric)
    )
  })
  const { period_end, breakdowns = null } = day
  return {
    day: day.day,
    period_end,
    captured_at: now,
    known,
    unavailable,
    withdrawn,
    breakdowns,
    audience: null,
  }
}

/** A day of which some metrics are explained and nothing is learned. */
export function explainedDay(
  day: string,
  metrics: readonly AccountMetricName[],
  reason: AccountUnavailableReason
): DayWrite {
  return {
    day,
    period_end: null,
    captured_at: null,
    known: {},
    unavailable: Object.fromEntries(metrics.map((metric) => [metric, reason])),
    withdrawn: [],
    breakdowns: null,
    audience: null,
  }
}

/** What a reading has told so far, so that what it left out gets its reason. */
export class ToldDays {
  private readonly told_ = new Map<string, Set<AccountMetricName>>()

  add(days: readonly AccountDay[]): void {
    for (const { day, metrics } of days) {
      const told = this.told_.get(day) ?? new Set()
      // As in `prepareDay`: without a value nothing was said.
      ACCOUNT_METRICS.filter((metric) => metrics[metric] !== undefined).forEach(
        (metric) => told.add(metric)
      )
      this.told_.set(day, told)
    }
  }

  /**
   * What was asked for and not told: whole days, or parts of days.
   * @param failed why, when the reading broke off
   */
  missing(
    days: readonly string[],
    failed: AccountUnavailableReason | null
  ): DayWrite[] {
    return days.flatMap((day) => {
      const told = this.told_.get(day)
      const left = ACCOUNT_METRICS.filter((metric) => !told?.has(metric))
      if (!told) {
        return [explainedDay(day, left, failed ?? "not_returned")]
      }
      // Totals are told as of now, seldom as of a day that is over.
      const totals = left.filter((metric) => ACCOUNT_TOTALS.includes(metric))
      const daily = left.filter((metric) => !ACCOUNT_TOTALS.includes(metric))
      const explained = explainedDay(day, totals, "not_offered")
      const { unavailable } = explainedDay(day, daily, failed ?? "not_offered")
      Object.assign(explained.unavailable, unavailable)
      return left.length > 0 ? [explained] : []
    })
  }
}
