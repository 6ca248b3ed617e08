import type { AccountMetricDefinition } from "../../platform-kit"

/**
 * A Page's numbers by day, all in one call. What is not here is dead: gender,
 * age and language of followers, impressions, fans.
 * https://developers.facebook.com/docs/graph-api/reference/page/insights/
 */
export const PAGE_METRICS: readonly AccountMetricDefinition[] = [
  // A running total, at the end of each day.
  { name: "page_follows", metric: "followers" },
  { name: "page_daily_follows_unique", metric: "followers_gained" },
  { name: "page_daily_unfollows_unique", metric: "followers_lost" },
  { name: "page_total_media_view_unique", metric: "reach" },
  { name: "page_media_view", metric: "views" },
  { name: "page_views_total", metric: "profile_views" },
  { name: "page_post_engagements", metric: "interactions" },
  { name: "page_total_actions", metric: "contact_taps" },
  { name: "page_video_views", metric: "video_views" },
  // By kind of reaction; all of them are likes here, as those of a post.
  { name: "page_actions_post_reactions_total", metric: "likes" },
]

/** Where followers live; one official list calls these dead, others do not. */
export const PAGE_AUDIENCE: readonly (AccountMetricDefinition & {
  dimension: string
})[] = [
  { name: "page_follows_country", metric: "followers", dimension: "country" },
  { name: "page_follows_city", metric: "followers", dimension: "city" },
]

/** Part of a verdict's key, beside that of posts. */
export const PAGE_VERDICT_TYPE = "page"

/** Longest window of a call. */
export const PAGE_WINDOW_DAYS = 90

/** Facebook has no insights of Pages below this. */
export const FEWEST_PAGE_FOLLOWERS = 100
