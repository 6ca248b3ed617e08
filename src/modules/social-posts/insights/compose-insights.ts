import { isDeepStrictEqual } from "node:util"
import {
  computeEngagement,
  METRICS,
  type MetricName,
  type MetricValues,
  type PlatformProfile,
  type PostReading,
  type UnavailableMetrics,
} from "../../../platform-kit"
import { relativeChange } from "./growth"

/** The numbers among stored insights; older stores keep arrays and texts there too. */
export function knownMetrics(insights: Record<string, unknown>): MetricValues {
  const known: MetricValues = {}
  for (const metric of METRICS) {
    const value = insights[metric]
    if (typeof value === "number") {
      known[metric] = value
    }
  }
  return known
}

export interface ComposedInsights {
  /** Keys to merge over the stored `insights`. */
  patch: Record<string, unknown>
  /** Every number after the merge, computed ones included. */
  numbers: Record<string, number | null>
  /** Whether a number differs from what was stored. */
  changed: boolean
  /** By how much, as a share of the numbers; `null` when nothing compares. */
  change: number | null
  /** Whether reactions by type or breakdowns differ from what was stored. */
  split_changed: boolean
}

/**
 * Turns a reading into the keys that are merged over a post's `insights`. What
 * the reading does not mention stays; rates are computed over what is known
 * after the merge.
 */
export function composeInsights(
  stored: Record<string, unknown>,
  reading: PostReading,
  profile: PlatformProfile
): ComposedInsights {
  const before = knownMetrics(stored)
  const merged: MetricValues = { ...before, ...reading.metrics }
  const engagement = computeEngagement(merged, profile.engagement_rate_basis)
  const patch: Record<string, unknown> = {
    ...reading.metrics,
    ...engagement,
    unavailable: mergeUnavailable(stored.unavailable, reading),
  }
  if (Object.keys(reading.native).length > 0) {
    patch[profile.insights_block] = reading.native
  }
  if (reading.reactions) {
    patch.reactions = reading.reactions
  }
  if (reading.breakdowns) {
    patch.breakdowns = reading.breakdowns
  }
  return {
    patch,
    numbers: {
      ...merged,
      engagement: engagement.engagement,
      engagement_rate: engagement.engagement_rate,
    },
    changed: METRICS.some(
      (metric) => (merged[metric] ?? null) !== (before[metric] ?? null)
    ),
    change: relativeChange(before, merged),
    split_changed: (["reactions", "breakdowns"] as const).some(
      (part) => reading[part] && !isDeepStrictEqual(reading[part], stored[part])
    ),
  }
}

/** The numbers of one reading alone, computed ones included. */
export function numbersOf(
  { metrics }: Pick<PostReading, "metrics">,
  { engagement_rate_basis }: Pick<PlatformProfile, "engagement_rate_basis">
): Record<string, number | null> {
  const { engagement, engagement_rate } = computeEngagement(
    metrics,
    engagement_rate_basis
  )
  return { ...metrics, engagement, engagement_rate }
}

/** Earlier reasons stay for metrics this reading said nothing about. */
function mergeUnavailable(
  stored: unknown,
  { metrics, unavailable }: PostReading
): UnavailableMetrics {
  const earlier =
    typeof stored === "object" && stored !== null && !Array.isArray(stored)
      ? (stored as UnavailableMetrics)
      : {}
  const kept = Object.entries(earlier).filter(
    ([metric]) => !(metric in metrics)
  )
  return { ...Object.fromEntries(kept), ...unavailable }
}

/** Metrics of a snapshot that have no column of their own. */
export function otherMetrics(
  numbers: Record<string, number | null>,
  columns: readonly string[]
): Record<string, number | null> | null {
  const others = Object.entries(numbers).filter(
    ([metric, value]) =>
      !columns.includes(metric as MetricName) && value !== null
  )
  return others.length > 0 ? Object.fromEntries(others) : null
}
