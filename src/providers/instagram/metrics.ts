import type {
  MetricDefinition,
  MetricTables,
  RetiredMetric,
} from "../../platform-kit"

/**
 * Instagram's media metrics by product type, organic unless named `total_…`.
 * `FEED` is images and carousels; videos from before Reels (`FEED_VIDEO`)
 * refuse more.
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights
 */
const FACEBOOK_LOGIN = ["facebook"] as const

const reach: MetricDefinition = { name: "reach", metric: "reach" }
const saved: MetricDefinition = { name: "saved", metric: "saves" }
const shares: MetricDefinition = { name: "shares", metric: "shares" }
const views: MetricDefinition = { name: "views", metric: "views" }
const videoViews: MetricDefinition = { name: "views", metric: "video_views" }
const likes: MetricDefinition = { name: "likes", metric: "likes" }
const comments: MetricDefinition = { name: "comments", metric: "comments" }
const follows: MetricDefinition = { name: "follows", metric: "follows" }
const replies: MetricDefinition = { name: "replies", metric: "replies" }
const totalInteractions: MetricDefinition = {
  name: "total_interactions",
  metric: "total_interactions",
}
const reposts: MetricDefinition = {
  name: "reposts",
  metric: "reposts",
  since: "2025-12-03",
}
const profileVisits: MetricDefinition = {
  name: "profile_visits",
  metric: "profile_visits",
}
const profileActivity: MetricDefinition = {
  name: "profile_activity",
  metric: "profile_activity",
  breakdown: "action_type",
}
const navigation: MetricDefinition = {
  name: "navigation",
  metric: "navigation",
  breakdown: "story_navigation_action_type",
}
const linkClicks: MetricDefinition = {
  name: "link_clicks",
  metric: "link_clicks",
  hosts: FACEBOOK_LOGIN,
  since: "2026-06-22",
}

/** With boosts, ads and crossposts: kept beside the organic numbers. */
const total = (
  name: string,
  metric: MetricDefinition["metric"]
): MetricDefinition => ({
  name,
  metric,
  hosts: FACEBOOK_LOGIN,
  since: "2026-04-22",
})

/** Errors unless the post was shared to Facebook: says nothing of other posts. */
const facebookViews: MetricDefinition = {
  name: "facebook_views",
  metric: "facebook_views",
  ask: "single",
  since: "2026-04-22",
}
const crosspostedViews: MetricDefinition = {
  name: "crossposted_views",
  metric: "crossposted_views",
  ask: "single",
  since: "2025-12-03",
}

/** Refusals of these hold for one post and are not remembered. */
export const PER_POST_METRICS: ReadonlySet<string> = new Set([
  "facebook_views",
  "crossposted_views",
])

/** https://developers.facebook.com/documentation/instagram-platform/changelog */
const RETIRED: readonly RetiredMetric[] = [
  { name: "impressions", metric: "impressions", until: "2025-04-21" },
  { name: "plays", until: "2025-04-21" },
  { name: "clips_replays_count", until: "2025-04-21" },
  { name: "ig_reels_aggregated_all_plays_count", until: "2025-04-21" },
  { name: "video_views", until: "2025-01-08" },
  { name: "engagement", until: "2023-12-11" },
  { name: "carousel_album_engagement", until: "2023-12-11" },
  { name: "carousel_album_impressions", until: "2023-12-11" },
  { name: "carousel_album_reach", until: "2023-12-11" },
  { name: "carousel_album_saved", until: "2023-12-11" },
]

const RETIRED_STORY: readonly RetiredMetric[] = [
  { name: "impressions", metric: "impressions", until: "2025-04-21" },
  { name: "taps_forward", until: "2023-12-11" },
  { name: "taps_back", until: "2023-12-11" },
  { name: "exits", until: "2023-12-11" },
]

export const INSTAGRAM_METRICS = {
  FEED: {
    core: [reach, saved, shares, totalInteractions, views],
    optional: [
      likes,
      comments,
      follows,
      profileVisits,
      profileActivity,
      reposts,
      total("total_likes", "likes"),
      total("total_comments", "comments"),
      facebookViews,
    ],
    retired: RETIRED,
  },
  FEED_VIDEO: {
    core: [reach, saved],
    optional: [
      shares,
      totalInteractions,
      views,
      videoViews,
      likes,
      comments,
      follows,
      profileVisits,
      profileActivity,
      reposts,
      total("total_likes", "likes"),
      total("total_comments", "comments"),
      facebookViews,
    ],
    retired: RETIRED,
  },
  REELS: {
    core: [reach, saved, shares, totalInteractions, views, videoViews],
    optional: [
      likes,
      comments,
      {
        name: "ig_reels_avg_watch_time",
        metric: "avg_watch_time",
        unit: "milliseconds",
      },
      {
        name: "ig_reels_video_view_total_time",
        metric: "total_watch_time",
        unit: "milliseconds",
      },
      {
        name: "reels_skip_rate",
        metric: "skip_rate",
        unit: "percent",
        since: "2025-12-03",
      },
      reposts,
      total("total_likes", "likes"),
      total("total_comments", "comments"),
      total("total_views", "views"),
      crosspostedViews,
      { ...facebookViews, since: "2025-12-03" },
    ],
    retired: RETIRED,
  },
  STORY: {
    core: [reach, replies, shares, totalInteractions],
    optional: [
      views,
      follows,
      profileVisits,
      profileActivity,
      navigation,
      reposts,
      linkClicks,
      total("total_views", "views"),
      facebookViews,
    ],
    retired: RETIRED_STORY,
  },
  /** Ads and children of albums: no metric is listed for them. */
  NONE: { core: [], optional: [], retired: RETIRED },
} satisfies MetricTables

/** Key of the metric tables. */
export type ProductType = keyof typeof INSTAGRAM_METRICS
