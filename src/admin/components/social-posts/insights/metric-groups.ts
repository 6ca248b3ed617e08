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
const GROUPED = [...ENGAGEMENT, ...REACH, ...VIDEO, ...PLATFORM]
/** Numbers that are shown elsewhere, or count something else than a post's. */
const NOT_GROUPED = ["engagement", "engagement_rate", "comments_new"]
const VIDEO_KINDS = ["video", "reel", "reels"]

/**
 * Sorts a post's numbers into what the grid shows. Those that only the platform
 * itself knows, which may be anybody's, come with its others. Absent ones were never
 * asked for and retired ones are nobody's loss: neither is shown as missing.
 */
export function groupMetrics(insights: PostInsights): GroupedMetrics {
  const reason = (metric: string) => insights.unavailable?.[metric]
  const isShown = (metric: string) =>
    readMetric(insights, metric).known ||
    (reason(metric) !== undefined &&
      reason(metric) !== "not_offered" &&
      reason(metric) !== "retired")
  const platform = [...PLATFORM, ...ownMetrics(insights)]
  const pick = (id: MetricGroupId, metrics: readonly string[]) => ({
    id,
    metrics: metrics.filter(isShown),
  })
  const groups = [
    pick("engagement", ENGAGEMENT),
    pick("reach", REACH),
    ...(isAboutVideo(insights) ? [pick("video", VIDEO)] : []),
    pick("platform", platform),
  ].filter(({ metrics }) => metrics.length > 0)
  return {
    groups,
    notOffered: [...ENGAGEMENT, ...REACH, ...VIDEO, ...platform].filter(
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

/** Metrics of the platform's own, known or not, in the order they came. */
function ownMetrics(insights: PostInsights): string[] {
  const known = Object.keys(insights).filter(
    (key) => typeof insights[key] === "number"
  )
  const unknown = Object.keys(insights.unavailable ?? {})
  return [...new Set([...known, ...unknown])].filter(
    (metric) => !GROUPED.includes(metric) && !NOT_GROUPED.includes(metric)
  )
}
