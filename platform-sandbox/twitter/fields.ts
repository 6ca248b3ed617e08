import { Vocabulary } from "./vocabulary"

/** Media fields (§2). */
export const MEDIA_FIELDS = [
  "alt_text",
  "duration_ms",
  "height",
  "media_key",
  "non_public_metrics",
  "organic_metrics",
  "preview_image_url",
  "promoted_metrics",
  "public_metrics",
  "type",
  "url",
  "variants",
  "width",
]

const USER_FIELDS = [
  "affiliation",
  "confirmed_email",
  "connection_status",
  "created_at",
  "description",
  "entities",
  "id",
  "is_identity_verified",
  "location",
  "name",
  "parody",
  "profile_banner_url",
  "profile_image_url",
  "protected",
  "public_metrics",
  "receives_your_dm",
  "subscription",
  "subscription_type",
  "url",
  "username",
  "verified",
  "verified_followers_count",
  "verified_type",
  "withheld",
]

export function userFields(vocabulary: Vocabulary): string[] {
  return [...USER_FIELDS, vocabulary.pinned, vocabulary.most_recent]
}

export const POLL_FIELDS = [
  "duration_minutes",
  "end_datetime",
  "id",
  "options",
  "voting_status",
]

export const PLACE_FIELDS = [
  "contained_within",
  "country",
  "country_code",
  "full_name",
  "geo",
  "id",
  "name",
  "place_type",
]

/** The owner-only groups of a post and the keys each is refused by (§3). */
export const OWNER_ONLY_POST: Record<string, string[]> = {
  non_public_metrics: [
    "impression_count",
    "url_link_clicks",
    "user_profile_clicks",
    "engagements",
  ],
  organic_metrics: [
    "impression_count",
    "like_count",
    "reply_count",
    "retweet_count",
    "url_link_clicks",
    "user_profile_clicks",
  ],
  promoted_metrics: [
    "impression_count",
    "like_count",
    "reply_count",
    "retweet_count",
    "url_link_clicks",
    "user_profile_clicks",
  ],
}

const QUARTILES = [
  "playback_0_count",
  "playback_25_count",
  "playback_50_count",
  "playback_75_count",
  "playback_100_count",
]

/** The same for media; quartiles count unique users (§3). */
export const OWNER_ONLY_MEDIA: Record<string, string[]> = {
  non_public_metrics: QUARTILES,
  organic_metrics: [...QUARTILES, "view_count"],
  promoted_metrics: [...QUARTILES, "view_count"],
}

/** Analytics fields (§4), all nullable. */
export const ANALYTICS_FIELDS = [
  "app_install_attempts",
  "app_opens",
  "bookmarks",
  "detail_expands",
  "email_tweet",
  "engagements",
  "follows",
  "hashtag_clicks",
  "id",
  "impressions",
  "likes",
  "media_views",
  "permalink_clicks",
  "quote_tweets",
  "replies",
  "retweets",
  "shares",
  "timestamp",
  "timestamped_metrics",
  "unfollows",
  "unlikes",
  "url_clicks",
  "user_profile_clicks",
]
