import {
  ACCOUNT_METRICS,
  ACCOUNT_TOTALS,
  type AccountDay,
  type AccountMetricName,
  type AccountUnavailableReason,
} from "./account-metrics"
import type { PlatformError } from "./errors"

/** What a day brought, as opposed to the totals at its end. */
export const ACCOUNT_DAILY: readonly AccountMetricName[] =
  ACCOUNT_METRICS.filter((name) => !ACCOUNT_TOTALS.includes(name))

/** Why a number is unknown after an error; passing trouble is `not_read`. */
export function reasonOf({ kind }: PlatformError): AccountUnavailableReason {
  switch (kind) {
    case "permission":
      return "not_permitted"
    case "unsupported_metric":
      return "not_supported"
    case "no_data":
      return "no_data_yet"
    default:
      return "not_read"
  }
}

/** A day without numbers so far. */
export function emptyDay(
  day: string,
  period_end: Date | null = null
): AccountDay {
  return { day, period_end, metrics: {}, unavailable: {} }
}

/**
 * Says of some metrics of a day why they are not known. What has a value, or a
 * reason already, is left alone.
 */
export function explainDay(
  day: AccountDay,
  metrics: readonly AccountMetricName[],
  reason: AccountUnavailableReason
): AccountDay {
  for (const metric of metrics) {
    if (day.metrics[metric] === undefined || day.metrics[metric] === null) {
      day.metrics[metric] = null
      day.unavailable[metric] ??= reason
    }
  }
  return day
}
