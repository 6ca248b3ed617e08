import type {
  AccountMetricDefinition,
  AccountMetricName,
} from "../../platform-kit"

/**
 * Instagram's numbers of an account. One call answers all of them for one
 * window, so a day is a window of its own. `reach` also comes as a series, but
 * cut at midnight in California; as a total it has the same days (UTC) as the
 * others, for no call more.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/insights
 */
export const DAY_TOTALS: readonly AccountMetricDefinition[] = [
  { name: "reach", metric: "reach" },
  { name: "views", metric: "views" },
  { name: "accounts_engaged", metric: "accounts_engaged" },
  { name: "total_interactions", metric: "interactions" },
  { name: "likes", metric: "likes" },
  { name: "comments", metric: "comments" },
  { name: "shares", metric: "shares" },
  { name: "saves", metric: "saves" },
  { name: "profile_links_taps", metric: "contact_taps" },
  // No longer documented; the Instagram login drops it without a word.
  { name: "profile_views", metric: "profile_views" },
  { name: "website_clicks", metric: "website_clicks", hosts: ["facebook"] },
]

/** The only number that comes as a series alone: gross new followers. */
export const NEW_FOLLOWERS: AccountMetricDefinition = {
  name: "follower_count",
  metric: "followers_gained",
}

/** By `follow_type`, `NON_FOLLOWER` are those who left. */
export const FOLLOWS: AccountMetricDefinition = {
  name: "follows_and_unfollows",
  metric: "followers_lost",
}

/** Kept to itself by Instagram below `FEWEST_FOLLOWERS`. */
export const FOLLOWER_METRICS: readonly AccountMetricName[] = [
  NEW_FOLLOWERS.metric,
  FOLLOWS.metric,
]
export const FEWEST_FOLLOWERS = 100

/** Dimensions of `follower_demographics`, each a call of its own. */
export const DEMOGRAPHICS = ["age", "gender", "country", "city"] as const

/** Longest window of a call, and how far back the series reach. */
export const WINDOW_DAYS = 30
