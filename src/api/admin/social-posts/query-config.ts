import { SNAPSHOT_NUMBERS } from "../../../modules/social-posts/sql/write-readings"

const defaultSocialPostFields = [
  "id",
  "platform",
  "platform_post_id",
  "origin",
  "status",
  "caption",
  "media_type",
  "media_product_type",
  "media",
  "hashtags",
  "mentions",
  "permalink",
  "posted_at",
  "group_id",
  "expires_at",
  "insights",
  "sync_status",
  "sync_errors",
  "last_synced_at",
  "next_sync_at",
  "created_at",
  "updated_at",
  "account.id",
  "account.platform",
  "account.username",
  "account.display_name",
  "account.avatar_url",
  "account.status",
  "account.status_reason",
  "account.parked_until",
]

/** Whatever `?fields=` asks for, the sealed token never leaves the store. */
const disallowed = [
  "account.credential",
  /credential/,
  "claim_run_id",
  "last_run_id",
]

export const retrieveSocialPostConfig = {
  defaults: [
    ...defaultSocialPostFields,
    "products.id",
    "products.title",
    "products.thumbnail",
    "products.handle",
    "products.status",
  ],
  disallowed,
  isList: false,
}

export const listSocialPostConfig = {
  defaults: defaultSocialPostFields,
  disallowed,
  defaultLimit: 50,
  isList: true,
}

export const listSocialCommentConfig = {
  defaults: [
    "id",
    "platform_comment_id",
    "parent_id",
    "author_id",
    "author_name",
    "text",
    "like_count",
    "hidden",
    "commented_at",
    "by_account",
    "edited_at",
    "removed_at",
    "unanswered",
  ],
  disallowed: ["post", /^post/],
  defaultLimit: 50,
  isList: true,
}

export const listSocialSnapshotConfig = {
  defaults: [
    "id",
    "captured_at",
    ...SNAPSHOT_NUMBERS,
    "other_metrics",
    "breakdowns",
    "definition_version",
  ],
  disallowed: ["post", /^post/],
  defaultLimit: 100,
  isList: true,
}
