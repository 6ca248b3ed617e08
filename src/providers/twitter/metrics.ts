import type { MetricDefinition, MetricTables } from "../../platform-kit"

/**
 * Metric names are `group.key`, with `media.` in front for the post's video.
 * https://docs.x.com/x-api/fundamentals/metrics
 */
const PUBLIC: readonly MetricDefinition[] = [
  { name: "public_metrics.like_count", metric: "likes" },
  { name: "public_metrics.reply_count", metric: "comments" },
  // One counter under two names, by vocabulary; quotes are not in it.
  { name: "public_metrics.repost_count", metric: "shares" },
  { name: "public_metrics.retweet_count", metric: "shares" },
  { name: "public_metrics.quote_count", metric: "quotes" },
  { name: "public_metrics.bookmark_count", metric: "saves" },
  { name: "public_metrics.impression_count", metric: "impressions" },
]

/** Only for the author's token, and only while the post is under 30 days old. */
const OWNER_ONLY: readonly MetricDefinition[] = [
  { name: "non_public_metrics.url_link_clicks", metric: "clicks" },
  { name: "non_public_metrics.user_profile_clicks", metric: "profile_visits" },
  { name: "non_public_metrics.engagements", metric: "total_interactions" },
]

/**
 * `core` is public, `optional` owner-only. `views` is on no table: a video's
 * `view_count` is summed over all posts that carry it, so it is kept as
 * `video_views` and never taken for the views of this post.
 */
export const X_METRICS = {
  POST: { core: PUBLIC, optional: OWNER_ONLY, retired: [] },
  VIDEO: {
    core: [
      ...PUBLIC,
      { name: "media.public_metrics.view_count", metric: "video_views" },
    ],
    optional: [
      ...OWNER_ONLY,
      {
        name: "media.non_public_metrics.playback_100_count",
        metric: "complete_views",
      },
    ],
    retired: [],
  },
} as const satisfies MetricTables

/** Shares of a video that people reached, by percent. */
export const QUARTILES = ["0", "25", "50", "75", "100"] as const

/** Owner-only groups are asked up to here; at 30 days X refuses them. */
export const OWNER_ONLY_DAYS = 29.5
