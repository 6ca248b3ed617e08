import type { SocialAccount, SocialPlatformScope } from "./http"

/** One way to connect accounts through a platform's consent page. */
export interface SocialConnectionFlow {
  id: string
  label: string
  /** One or two sentences: what the merchant needs for it. */
  help: string
  /** What the consent page will ask for. */
  scopes: SocialPlatformScope[]
  /** Whether the store's options for it are set. */
  ready: boolean
  /** Provider options that are not set yet. */
  missing_options: string[]
  pkce: boolean
}

export interface SocialApiVersion {
  /** As it is sent: `v26.0`, `202609`, `2`. */
  version: string
  /** UTC day on which the platform shuts it off, when known. */
  ends_on: string | null
}

/** Something a merchant should know, and what to do about it. */
export interface SocialAdvice {
  code: string
  message: string
}

export type MissingScope = Pick<
  SocialPlatformScope,
  "name" | "reason" | "needed_for"
>

/** An account that a grant reaches and that may be connected. */
export interface SocialConnectionCandidate {
  external_id: string
  display_name: string | null
  username: string | null
  avatar_url: string | null
  account_type: string | null
  followers_count: number | null
  /** Posts on the platform; `null` when it does not tell. */
  posts_count: number | null
  settings: Record<string, unknown> | null
  /** Why it cannot be connected, and the remedy. */
  obstacle: SocialAdvice | null
  /** In the store already: it gets the new token and keeps everything. */
  connected_account_id: string | null
  /** Ticked at first. */
  suggested: boolean
}

/** What came back from a consent page, until accounts are chosen. */
export interface SocialConnection {
  id: string
  platform: string
  flow: string
  /** The account that is connected again. */
  account_id: string | null
  expires_at: string
  /** `null` when the platform does not tell. */
  granted_scopes: string[] | null
  missing_scopes: MissingScope[]
  advice: SocialAdvice[]
  candidates: SocialConnectionCandidate[]
}

export interface ChooseAccountsAnswer {
  social_accounts: SocialAccount[]
  failed: { external_id: string; message: string }[]
}

/** How an account is, as its platform said at `checked_at`. */
export interface SocialAccountCheck {
  account_id: string
  checked_at: string
  ok: boolean
  person_needed: boolean
  token: {
    /** `null` when the platform could not be asked. */
    valid: boolean | null
    problem: string | null
    expires_at: string | null
    refresh_expires_at: string | null
    data_access_expires_at: string | null
    reconnect_by: string | null
    renews_itself: boolean
    renewal_failed_at: string | null
    renewal_error: string | null
  }
  scopes: {
    /** `null` when the platform does not tell. */
    granted: string[] | null
    missing: MissingScope[]
  }
  limits: SocialLimit[]
  refused_metrics: RefusedMetric[]
  api_version: (SocialApiVersion & { days_left: number | null }) | null
  problems: (SocialAdvice & { severity: "error" | "warning" })[]
}

/** How much of one of the platform's limits is used up. */
export interface SocialLimit {
  bucket: string
  scope: "account" | "app"
  used_percent: number | null
  resets_at: string | null
  parked_until: string | null
}

/** A metric the platform refuses, and until when it is not asked again. */
export interface RefusedMetric {
  metric: string
  product_type: string | null
  since: string
  until: string | null
}

/** What removing an account with its data would delete. */
export interface SocialAccountRemoval {
  posts: number
  snapshots: number
  comments: number
  product_links: number
  /** What deleting takes back at the platform. */
  revocation: "account" | "person" | "none"
  revocation_note: string
}

export interface RemoveAccountAnswer {
  id: string
  /** `null`: the platform has no such call, or other accounts need the grant. */
  revoked: boolean | null
  revocation_problem: string | null
}

/** When an account would be read. */
export interface SocialSyncSchedule {
  /** `null` follows the age of each post. */
  cron: string | null
  next_runs: string[]
  time_zone: string
}
