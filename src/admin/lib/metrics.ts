import type { PostInsights } from "../types/http"

/** Units of the metrics that are not plain counts. */
const UNITS: Record<string, "seconds" | "percent"> = {
  avg_watch_time: "seconds",
  total_watch_time: "seconds",
  skip_rate: "percent",
  engagement_rate: "percent",
}

export const unitOf = (metric: string) => UNITS[metric] ?? "count"

/** What is known about one metric: a number, or why there is none. */
export type MetricReading =
  { known: true; value: number } | { known: false; reason: string }

/**
 * Reads a metric of a post. Zero is 0; everything that is no number is unknown
 * and has a reason: the platform's (`unavailable`), or ours.
 */
export function readMetric(
  insights: PostInsights | null | undefined,
  metric: string
): MetricReading {
  const value = insights?.[metric]
  if (typeof value === "number" && Number.isFinite(value)) {
    return { known: true, value }
  }
  return { known: false, reason: reasonFor(insights, metric) }
}

function reasonFor(
  insights: PostInsights | null | undefined,
  metric: string
): string {
  const given = insights?.unavailable?.[metric]
  if (given) {
    return given
  }
  if (!insights?.last_synced_at) {
    return "not_synced"
  }
  return metric === "engagement_rate" ? "no_basis" : "other"
}

/** Whether the platform has given a metric up: then there is nothing to miss. */
export function isRetired(
  insights: PostInsights | null | undefined,
  metric: string
): boolean {
  const reading = readMetric(insights, metric)
  return !reading.known && reading.reason === "retired"
}

/** The first of the metrics that is known, e.g. reach, else views. */
export function firstKnown(
  insights: PostInsights | null | undefined,
  metrics: readonly string[]
): string | undefined {
  return metrics.find((metric) => readMetric(insights, metric).known)
}

/** Interactions with all of the posts; `null` when those of any are unknown. */
export function totalEngagement(
  posts: readonly { insights: PostInsights | null }[]
): number | null {
  let total = 0
  for (const { insights } of posts) {
    const reading = readMetric(insights, "engagement")
    if (!reading.known) {
      return null
    }
    total += reading.value
  }
  return total
}
