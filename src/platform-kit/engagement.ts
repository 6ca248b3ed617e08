import type { MetricName, MetricValues } from "./metrics"

/** What an engagement is the sum of. */
export const ENGAGEMENT_PARTS: readonly MetricName[] = [
  "likes",
  "comments",
  "shares",
  "saves",
  "quotes",
]

/** The denominator of an engagement rate. */
export type EngagementRateBasis = "reach" | "views" | "impressions"

export const DEFAULT_RATE_BASIS: readonly EngagementRateBasis[] = [
  "reach",
  "views",
  "impressions",
]

export interface Engagement {
  /** likes + comments + shares + saves + quotes over those known; `null` when none is. */
  engagement: number | null
  /** engagement ÷ basis × 100, two decimals; `null` without a denominator. */
  engagement_rate: number | null
  engagement_rate_basis: EngagementRateBasis | null
}

/**
 * One formula for every platform. Reach is the first choice because it counts
 * people; views and impressions count showings.
 */
export function computeEngagement(
  metrics: MetricValues,
  bases: readonly EngagementRateBasis[] = DEFAULT_RATE_BASIS
): Engagement {
  const known = ENGAGEMENT_PARTS.flatMap((part) => metrics[part] ?? [])
  const engagement =
    known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  const basis = bases.find((name) => (metrics[name] ?? 0) > 0) ?? null
  const denominator = basis ? metrics[basis] : null
  if (engagement === null || !denominator) {
    return { engagement, engagement_rate: null, engagement_rate_basis: null }
  }
  return {
    engagement,
    engagement_rate: Math.round((engagement / denominator) * 10000) / 100,
    engagement_rate_basis: basis,
  }
}
