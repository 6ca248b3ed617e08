import type {
  MetricDefinition,
  MetricTables,
  RetiredMetric,
} from "../../platform-kit"

/** Part of a verdict's key: there is only one host and one kind to ask. */
export const VERDICT_HOST = "facebook"
export const VERDICT_TYPE = "post"

/** Key of the metric table of stories, and their product type. */
export const STORY = "STORY"

/** The totals that need `pages_read_user_content`, remembered for each Page. */
export const SUMMARIES = "comments.summary"

/** Objects by type rather than numbers. */
export const REACTIONS_BY_TYPE = "post_reactions_by_type_total"
export const ACTIVITY_BY_TYPE = "post_activity_by_action_type"
export const COMPLETE_VIEWS = [
  "post_video_complete_views_organic",
  "post_video_complete_views_paid",
] as const

/** https://developers.facebook.com/docs/graph-api/reference/page/insights/ */
const CORE: readonly MetricDefinition[] = [
  { name: "post_media_view", metric: "views" },
  { name: "post_total_media_view_unique", metric: "reach" },
  { name: "post_clicks", metric: "clicks" },
  { name: REACTIONS_BY_TYPE, metric: "likes" },
  { name: ACTIVITY_BY_TYPE, metric: "shares" },
  { name: ACTIVITY_BY_TYPE, metric: "comments" },
]

/** Asked of every post, since a photo answers 0 or nothing; kept for videos. */
export const VIDEO_METRICS: readonly MetricDefinition[] = [
  { name: "post_video_views", metric: "video_views" },
  {
    name: "post_video_avg_time_watched",
    metric: "avg_watch_time",
    unit: "milliseconds",
  },
  {
    name: "post_video_view_time",
    metric: "total_watch_time",
    unit: "milliseconds",
  },
  { name: COMPLETE_VIEWS[0], metric: "complete_views" },
  { name: COMPLETE_VIEWS[1], metric: "complete_views" },
]

/** https://developers.facebook.com/docs/page-stories-api */
const STORY_CORE: readonly MetricDefinition[] = [
  { name: "STORY_MEDIA_VIEW", metric: "views" },
  { name: "STORY_TOTAL_MEDIA_VIEW_UNIQUE", metric: "reach" },
]

const STORY_OPTIONAL: readonly MetricDefinition[] = [
  { name: "STORY_INTERACTION", metric: "total_interactions" },
  { name: "PAGES_FB_STORY_REPLIES", metric: "replies" },
  { name: "PAGES_FB_STORY_SHARES", metric: "shares" },
  { name: "PAGES_FB_STORY_THREAD_LIGHTWEIGHT_REACTIONS", metric: "likes" },
]

const STORY_RETIRED: readonly RetiredMetric[] = [
  {
    name: "PAGE_STORY_IMPRESSIONS_BY_STORY_ID",
    metric: "impressions",
    until: "2026-07-29",
  },
  { name: "PAGE_STORY_IMPRESSIONS_BY_STORY_ID_UNIQUE", until: "2026-07-29" },
]

/**
 * The removals hold for all API versions.
 * https://developers.facebook.com/documentation/pages-api/platforminsights/page/deprecated-metrics
 */
const RETIRED: readonly RetiredMetric[] = [
  { name: "post_impressions", metric: "impressions", until: "2025-11-15" },
  { name: "post_impressions_paid", until: "2025-11-15" },
  { name: "post_impressions_fan", until: "2025-11-15" },
  { name: "post_impressions_organic", until: "2025-11-15" },
  { name: "post_impressions_viral", until: "2025-11-15" },
  { name: "post_impressions_nonviral", until: "2025-11-15" },
  { name: "post_impressions_unique", until: "2026-06-15" },
  { name: "post_impressions_paid_unique", until: "2026-06-15" },
  { name: "post_impressions_organic_unique", until: "2026-06-15" },
  { name: "post_engaged_users", until: "2024-03-14" },
  { name: "post_negative_feedback", until: "2024-03-14" },
  { name: "post_clicks_unique", until: "2024-03-14" },
  { name: "post_video_views_unique", until: "2026-06-15" },
]

export const FACEBOOK_METRICS = {
  post: { core: CORE, optional: [], retired: RETIRED },
  video: { core: CORE, optional: VIDEO_METRICS, retired: RETIRED },
  STORY: {
    core: STORY_CORE,
    optional: STORY_OPTIONAL,
    retired: STORY_RETIRED,
  },
} satisfies MetricTables

export type PostKind = "post" | "video"

/**
 * Metrics of a bare video or reel whose post cannot be found; each kind answers
 * the other's with nothing.
 * https://developers.facebook.com/docs/graph-api/reference/video/video_insights
 */
export const BARE_VIDEO_METRICS: Readonly<
  Record<"reel" | "video", readonly MetricDefinition[]>
> = {
  reel: [
    { name: "fb_reels_total_plays", metric: "views" },
    { name: "blue_reels_play_count", metric: "video_views" },
    {
      name: "post_video_avg_time_watched",
      metric: "avg_watch_time",
      unit: "milliseconds",
    },
    {
      name: "post_video_view_time",
      metric: "total_watch_time",
      unit: "milliseconds",
    },
  ],
  video: [
    { name: "total_video_views", metric: "video_views" },
    { name: "total_video_complete_views", metric: "complete_views" },
    {
      name: "total_video_avg_time_watched",
      metric: "avg_watch_time",
      unit: "milliseconds",
    },
    {
      name: "total_video_view_total_time",
      metric: "total_watch_time",
      unit: "milliseconds",
    },
  ],
}
