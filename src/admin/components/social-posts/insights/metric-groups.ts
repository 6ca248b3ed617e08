import { readMetric } from "../../../lib/metrics"
import type { PostInsights } from "../../../types/http"

export type MetricGroupId = "engagement" | "reach" | "video" | "platform"

export interface MetricGroup {
  id: MetricGroupId
  metrics: string[]
}

export interface GroupedMetrics {
  groups: MetricGroup[]
  /** What the platform does not have for this kind of post. */
  notOffered: string[]
}

const ENGAGEMENT = ["likes", "comments", "shares", "saves", "quotes"]
const REACH = [
  "reach",
  "views",
  "impressions",
  "clicks",
  "link_clicks",
  "profile_visits",
  "follows",
]
const VIDEO = [
  "video_views",
  "avg_watch_time",
  "total_watch_time",
  "complete_views",
  "skip_rate",
]
const PLATFORM = [
  "reposts",
  "replies",
  "sends",
  "profile_activity",
  "navigation",
  "total_interactions",
  "facebook_views",
  "crossposted_views",
]
const VIDEO_KINDS = ["video", "reel", "reels"]

/**
 * Sorts a post's numbers into what the grid shows. Absent ones were never
 * asked for and retired ones are nobody's loss: neither is shown as missing.
 */
export function groupMetrics(insights: PostInsights): GroupedMetrics {
  const reason = (metric: string) => insights.unavailable?.[metric]
  const isShown = (metric: string) =>
    readMetric(insights, metric).known ||
    (reason(metric) !== undefined &&
      reason(metric) !== "not_offered" &&
      reason(metric) !== "retired")
  const pick = (id: MetricGroupId, metrics: readonly string[]) => ({
    id,
    metrics: metrics.filter(isShown),
  })
  const groups = [
    pick("engagement", ENGAGEMENT),
    pick("reach", REACH),
    ...(isAboutVideo(insights) ? [pick("video", VIDEO)] : []),
    pick("platform", PLATFORM),
  ].filter(({ metrics }) => metrics.length > 0)
  return {
    groups,
    notOffered: [...ENGAGEMENT, ...REACH, ...VIDEO, ...PLATFORM].filter(
      (metric) => reason(metric) === "not_offered"
    ),
  }
}

/** Whether the video group has anything to say about this post. */
function isAboutVideo(insights: PostInsights): boolean {
  const kinds = [insights.media_type, insights.media_product_type]
  return (
    kinds.some((kind) => VIDEO_KINDS.includes(String(kind).toLowerCase())) ||
    VIDEO.some((metric) => readMetric(insights, metric).known)
  )
}

/** Whether there is any number to show. */
export const hasNumbers = (insights: PostInsights | null): boolean =>
  insights !== null &&
  [...ENGAGEMENT, ...REACH, ...VIDEO, ...PLATFORM].some(
    (metric) => readMetric(insights, metric).known
  )
