export type VocabularyName = "new" | "legacy"

/** How a request names what it wants to see of posts. */
export interface Vocabulary {
  fields_param: "post.fields" | "tweet.fields"
  /** What a lookup asks of a post, all of it free. */
  lookup_fields: readonly string[]
  /** What a list of an account's own posts asks, so that replies can be told. */
  timeline_fields: readonly string[]
  /** What a search asks of a reply. */
  reply_fields: readonly string[]
  /**
   * What a search expands to learn which reply answers which. The expanded
   * posts are the root and other replies of the same answer, which X bills
   * once a day. Authors are never expanded: each would be billed.
   */
  reply_expansions: readonly string[]
}

const SHARED = [
  "attachments",
  "conversation_id",
  "created_at",
  "public_metrics",
]

const LEGACY_LOOKUP = [
  ...SHARED,
  "author_id",
  "note_tweet",
  "referenced_tweets",
]

/**
 * Since OpenAPI 2.167 X speaks of posts; up to 2.166 it was tweets. Author and
 * references moved from the fields to the (billed) expansions.
 * https://docs.x.com/x-api/fundamentals/fields
 */
export const VOCABULARIES: Readonly<Record<VocabularyName, Vocabulary>> = {
  new: {
    fields_param: "post.fields",
    lookup_fields: [...SHARED, "note_post"],
    timeline_fields: [...SHARED, "display_text_range", "note_post"],
    reply_fields: ["conversation_id", "created_at", "public_metrics"],
    reply_expansions: ["referenced_posts"],
  },
  legacy: {
    fields_param: "tweet.fields",
    lookup_fields: LEGACY_LOOKUP,
    timeline_fields: [
      ...LEGACY_LOOKUP,
      "display_text_range",
      "in_reply_to_user_id",
    ],
    reply_fields: [
      "author_id",
      "conversation_id",
      "created_at",
      "public_metrics",
      "referenced_tweets",
    ],
    reply_expansions: [],
  },
}

export function otherVocabulary(name: VocabularyName): VocabularyName {
  return name === "new" ? "legacy" : "new"
}
