/** The names that differ between the two vocabularies (§1). */
export interface Vocabulary {
  name: "legacy" | "new"
  fields_param: "tweet.fields" | "post.fields"
  repost_count: string
  post_count: string
  total_post_count: string
  references: string
  references_expansion: string
  history: string
  note: string
  includes: string
  pinned: string
  most_recent: string
}

export const LEGACY: Vocabulary = {
  name: "legacy",
  fields_param: "tweet.fields",
  repost_count: "retweet_count",
  post_count: "tweet_count",
  total_post_count: "total_tweet_count",
  references: "referenced_tweets",
  references_expansion: "referenced_tweets.id",
  history: "edit_history_tweet_ids",
  note: "note_tweet",
  includes: "tweets",
  pinned: "pinned_tweet_id",
  most_recent: "most_recent_tweet_id",
}

export const NEW: Vocabulary = {
  name: "new",
  fields_param: "post.fields",
  repost_count: "repost_count",
  post_count: "post_count",
  total_post_count: "total_post_count",
  references: "referenced_posts",
  references_expansion: "referenced_posts",
  history: "edit_history_post_ids",
  note: "note_post",
  includes: "posts",
  pinned: "pinned_post_id",
  most_recent: "most_recent_post_id",
}

/** Fields both vocabularies select by parameter (§1, OpenAPI 2.167). */
const SHARED_POST_FIELDS = [
  "article",
  "article_title",
  "attachments",
  "card_uri",
  "community_id",
  "context_annotations",
  "conversation_id",
  "created_at",
  "display_text_range",
  "edit_controls",
  "entities",
  "geo",
  "id",
  "lang",
  "matched_media_notes",
  "media_metadata",
  "non_public_metrics",
  "note_request_suggestions",
  "organic_metrics",
  "paid_partnership",
  "possibly_sensitive",
  "promoted_metrics",
  "public_metrics",
  "reply_settings",
  "scopes",
  "source",
  "suggested_source_links",
  "suggested_source_links_with_counts",
  "text",
  "withheld",
]

/** Fields that moved from the parameter to `expansions` in the new vocabulary (§1). */
const LEGACY_ONLY_FIELDS = [
  "author_id",
  "in_reply_to_user_id",
  LEGACY.references,
  LEGACY.history,
  LEGACY.note,
]

const SHARED_EXPANSIONS = [
  "article.cover_media",
  "article.media_entities",
  "attachments.media_keys",
  "attachments.media_source_tweet",
  "attachments.poll_ids",
  "author_id",
  "entities.mentions.username",
  "geo.place_id",
  "in_reply_to_user_id",
]

export function postFields(vocabulary: Vocabulary): string[] {
  return vocabulary.name === "legacy"
    ? [...SHARED_POST_FIELDS, ...LEGACY_ONLY_FIELDS]
    : [...SHARED_POST_FIELDS, NEW.note]
}

export function postExpansions(vocabulary: Vocabulary): string[] {
  return [
    ...SHARED_EXPANSIONS,
    vocabulary.references_expansion,
    vocabulary.history,
    vocabulary.name === "legacy"
      ? "referenced_tweets.id.author_id"
      : "username",
  ]
}
