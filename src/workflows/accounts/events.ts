/**
 * Events about accounts, with `{ id, platform, reason, reconnect_by }`: `id`
 * of the account, `reason` a sentence or `null`, `reconnect_by` UTC ISO 8601
 * or `null`.
 */
export const SocialAccountEvents = {
  /** Only a person can bring it back; nothing is synced until then. */
  NEEDS_RECONNECT: "social_account.needs_reconnect",
  /** It comes to that in seven days, and again in one day. */
  RECONNECT_DUE: "social_account.reconnect_due",
  /** The person who connected it took the access back at the platform. */
  DEAUTHORIZED: "social_account.deauthorized",
} as const
