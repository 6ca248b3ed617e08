/** Everything about the platform that can be switched at run time. */
export interface Situation {
  /** Which field parameter is known, and with it the response names (§1). */
  vocabulary: "legacy" | "new" | "both"
  /** What becomes of an item whose owner-only fields are refused (§5). */
  owner_only: "drop_item" | "omit_field"
  problem_host: "api.twitter.com" | "api.x.com"
  credits: "ok" | "depleted"
  usage_capped: boolean
  /** Shape of a 429 (§5): problem, legacy gateway, or nothing at all. */
  envelope_429: "A" | "C" | "empty"
  /** A single lookup of a missing post: 404 by the docs, 200 with errors before. */
  missing_single: "404" | "200"
  /** Whether the app is enrolled for analytics (Enterprise only). */
  analytics: "forbidden" | "enterprise"
  /** User who owns the developer app: only their reads are owned reads (§6). */
  app_owner: string | null
  /** Whether the app can keep a secret and so has to prove itself by it. */
  client: "confidential" | "public"
  /** Callback URLs of the app; `null`: every absolute http(s) address. */
  redirect_uris: string[] | null
  /** `error` of a refused refresh token: by the standard, or as publicly reported. */
  refused_refresh: "invalid_grant" | "invalid_request"
  /** Counts up to make every pagination token invalid that was handed out before. */
  token_series: number
  /** How many of the next continued pages come without `data`, although more follow. */
  empty_pages: number
}

export function defaultSituation(app_owner: string | null): Situation {
  return {
    vocabulary: "both",
    owner_only: "omit_field",
    problem_host: "api.x.com",
    credits: "ok",
    usage_capped: false,
    envelope_429: "A",
    missing_single: "404",
    analytics: "forbidden",
    app_owner,
    client: "confidential",
    redirect_uris: null,
    refused_refresh: "invalid_grant",
    token_series: 0,
    empty_pages: 0,
  }
}
