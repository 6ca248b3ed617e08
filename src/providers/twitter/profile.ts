import type { PlatformProfile } from "../../platform-kit"
import { X_METRICS } from "./metrics"
import { APP_SETUP } from "./options"

/** Posts of one lookup, and their own age limit for owner-only numbers. */
export const LOOKUP_BATCH = 100
/** Most posts of one page of a timeline. */
export const TIMELINE_PAGE = 100
/** About this many roots fit into a search query of 512 characters. */
export const SEARCH_ROOTS = 13

/**
 * X, API v2.
 * https://docs.x.com/x-api/fundamentals/metrics
 * https://docs.x.com/developer-terms/policy (retention)
 */
export const twitterProfile: PlatformProfile = {
  identifier: "twitter",
  label: "X",
  aliases: ["x"],
  insights_block: "twitter_insights",
  stored_id_keys: ["twitter_tweet_id", "twitter_post_id", "tweet_id"],
  metric_tables: { default: X_METRICS },
  batch_sizes: { insights: LOOKUP_BATCH, comments: SEARCH_ROOTS },
  parallel_calls: 4,
  engagement_rate_basis: ["impressions"],
  scopes: [
    {
      name: "tweet.read",
      reason: "Reads your posts, their numbers and the replies to them.",
      needed_for: "numbers",
    },
    {
      name: "users.read",
      reason: "Finds out which account the token belongs to.",
      needed_for: "connection",
    },
    {
      name: "offline.access",
      reason:
        "Keeps the account connected: without it X ends the access after two hours.",
      needed_for: "connection",
    },
  ],
  retention: [
    { data: "posts", keep_hours: 0 },
    { data: "comments", keep_hours: 0 },
    { data: "comment_authors", keep_hours: 0 },
  ],
  abilities: {
    comments: true,
    list_posts: true,
    account_insights: true,
    oauth: true,
  },
  app_setup: APP_SETUP,
  token_help:
    "Create an app in the developer portal of X and take a user access token with the scopes tweet.read and users.read.",
  external_id_help:
    'The numeric id of the account, such as "2244994945"; not the @name. GET /2/users/me with the token returns it as "id", GET /2/users/by/username/{name} too.',
  post_id_help:
    'The number at the end of the post\'s address, 1 to 19 digits: "1346889436626259968" in x.com/name/status/1346889436626259968. The whole address does not work.',
  settings: [
    {
      name: "auth",
      label: "Token",
      help: "Whose token it is. With the app's own Bearer token there are public numbers only, and the scopes do not matter.",
      options: [
        { value: "user", label: "The account's own (user access token)" },
        { value: "app", label: "The app's (Bearer token)" },
      ],
      default: "user",
    },
  ],
}
