import { APPROVED_SCOPES } from "./oauth/scopes"

/** Everything about the platform that can be switched at run time. */
export interface Situation {
  /** Development: no BATCH_GET, 500 calls per app and 100 per member a day (§2). */
  tier: "development" | "standard"
  /** Keys of batch answers: URL-encoded or plain (§5). */
  batch_keys: "encoded" | "plain"
  /** Calls of the whole app per UTC day, over the tier's own number. */
  daily_limit: number | null
  /** Some apps are refused member analytics altogether (§5). */
  member_analytics: "ok" | "403" | "404"
  /** How far statistics lag behind the feed. */
  statistics_lag_seconds: number
  /** Active versions by hand, instead of those the clock gives. */
  versions: string[] | null
  /** Redirect URLs of the app; `null`: every absolute http(s) address. */
  redirect_uris: string[] | null
  /** Scopes the app's products were approved for. */
  approved_scopes: string[]
  /** Whether the app is a partner that gets refresh tokens (§8). */
  refresh_tokens: boolean
  /** What an access control calls its organisation. */
  acl_key: "organization" | "organizationTarget"
  /** Whether lists of posts say how many there are; not documented. */
  list_totals: boolean
}

export const defaultSituation = (): Situation => ({
  tier: "standard",
  batch_keys: "encoded",
  daily_limit: null,
  member_analytics: "ok",
  statistics_lag_seconds: 0,
  versions: null,
  redirect_uris: null,
  approved_scopes: APPROVED_SCOPES,
  refresh_tokens: false,
  acl_key: "organization",
  list_totals: true,
})
