import {
  HEADLINE_METRICS,
  type MetricName,
  type MetricValues,
  type PlatformProfile,
  type UnavailableMetrics,
} from "../../../platform-kit"
import { RETIRED_SOURCES } from "./old-names"

/**
 * Turns zeros that nobody measured into unknown, with the reason: old stores
 * wrote 0 for what the platform no longer answers, never had, or did not
 * answer. A zero from the time before a metric was taken away stays. Changes
 * both parameters; returns the metrics it changed.
 *
 * @param at when the numbers were read; `null` when nobody knows
 * @param failed the reading had failed
 */
export function removeInventedZeros(
  metrics: MetricValues,
  unavailable: UnavailableMetrics,
  profile: PlatformProfile,
  { at, failed }: { at: Date | null; failed: boolean }
): MetricName[] {
  const zeros = (Object.keys(metrics) as MetricName[]).filter(
    (metric) => metrics[metric] === 0
  )
  const numbers = Object.values(metrics).filter((value) => value !== null)
  const readNothing = failed && zeros.length === numbers.length
  return zeros.filter((metric) => {
    const reason = isRetired(metric, profile, at)
      ? "retired"
      : isOffered(metric, profile)
        ? readNothing && "not_returned"
        : "not_offered"
    if (!reason) {
      return false
    }
    metrics[metric] = null
    unavailable[metric] = reason
    return true
  })
}

function isRetired(
  metric: MetricName,
  profile: PlatformProfile,
  at: Date | null
): boolean {
  const source = RETIRED_SOURCES[profile.identifier]?.[metric]
  const until = tablesOf(profile)
    .flatMap(({ retired }) => retired)
    .find(({ name }) => name === source)?.until
  return until !== undefined && (!at || at.toISOString().slice(0, 10) >= until)
}

/** Of what a merchant sees; the rest was never written as 0 by default. */
const isOffered = (metric: MetricName, profile: PlatformProfile) =>
  !HEADLINE_METRICS.includes(metric) ||
  tablesOf(profile).some(
    ({ core, optional, retired }) =>
      [...core, ...optional].some((one) => one.metric === metric) ||
      // Until it was retired, it was offered.
      retired.some((one) => one.metric === metric)
  )

const tablesOf = ({ metric_tables }: PlatformProfile) =>
  Object.values(metric_tables).flatMap((tables) => Object.values(tables))
