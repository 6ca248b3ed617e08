const defaultSocialAccountFields = [
  "id",
  "platform",
  "external_id",
  "username",
  "display_name",
  "avatar_url",
  "account_type",
  "followers_count",
  "status",
  "status_reason",
  "scopes",
  "settings",
  "connection_flow",
  "token_expires_at",
  "reconnect_by",
  "sync_numbers",
  "sync_comments",
  "sync_schedule",
  "parked_until",
  "last_synced_at",
  "imported_since",
  "last_imported_at",
  "next_import_at",
  "last_insights_at",
  "next_insights_at",
  "insights_error",
  "created_at",
  "updated_at",
]

/** What the posts and the token of an account come to: no columns of its own. */
export const ACCOUNT_FIGURES = [
  "posts_count",
  "problems_count",
  "next_sync_at",
  "renewal_failed_at",
  "needs_attention",
]

/** Whatever `?fields=` asks for, the sealed token never leaves the store. */
const disallowed = ["credential", /credential/]

export const retrieveSocialAccountConfig = {
  defaults: defaultSocialAccountFields,
  disallowed,
  isList: false,
}

export const listSocialAccountConfig = {
  defaults: [...defaultSocialAccountFields, ...ACCOUNT_FIGURES],
  disallowed,
  defaultLimit: 50,
  isList: true,
}
