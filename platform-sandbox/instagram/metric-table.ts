import { Dialect } from "../meta/dialect"
import { ProductType } from "./model"

interface MediaMetric {
  on: ProductType[]
  only?: Dialect
  /** The one breakdown it has. */
  breakdown?: string
  /** Errors when the media was not shared to Facebook. */
  crossposted?: true
}

const ALL: ProductType[] = ["FEED", "REELS", "STORY"]
const POSTS: ProductType[] = ["FEED", "REELS"]

/** Metric × product type (instagram §3.1). */
export const MEDIA_METRICS: Record<string, MediaMetric> = {
  reach: { on: ALL },
  views: { on: ALL },
  shares: { on: ALL },
  reposts: { on: ALL },
  total_interactions: { on: ALL },
  likes: { on: POSTS },
  comments: { on: POSTS },
  saved: { on: POSTS },
  follows: { on: ["FEED", "STORY"] },
  profile_visits: { on: ["FEED", "STORY"] },
  profile_activity: { on: ["FEED", "STORY"], breakdown: "action_type" },
  ig_reels_avg_watch_time: { on: ["REELS"] },
  ig_reels_video_view_total_time: { on: ["REELS"] },
  reels_skip_rate: { on: ["REELS"] },
  replies: { on: ["STORY"] },
  navigation: { on: ["STORY"], breakdown: "story_navigation_action_type" },
  link_clicks: { on: ["STORY"], only: "FBH" },
  facebook_views: { on: ALL, crossposted: true },
  crossposted_views: { on: ["REELS"], crossposted: true },
  total_likes: { on: POSTS, only: "FBH" },
  total_comments: { on: POSTS, only: "FBH" },
  total_views: { on: ALL, only: "FBH" },
}

/** Breakdown names the validator knows at all. */
export const MEDIA_BREAKDOWNS = [
  "action_type",
  "follow_type",
  "media_product_type",
  "story_navigation_action_type",
]

/** The names a host lists when it refuses one; the same for every media type. */
export function metricNames(dialect: Dialect): string[] {
  return Object.entries(MEDIA_METRICS)
    .filter(([, { only }]) => !only || only === dialect)
    .map(([name]) => name)
}
