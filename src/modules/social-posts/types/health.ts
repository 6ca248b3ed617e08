import type { ApiVersion, PlatformScope } from "../../../platform-kit"

/** How an account is, as its platform said at `checked_at`. */
export interface AccountCheck {
  account_id: string
  checked_at: Date
  /** No error among the problems. */
  ok: boolean
  /** A person has to connect the account again, now or within seven days. */
  person_needed: boolean
  token: TokenHealth
  scopes: {
    /** `null` when the platform does not tell. */
    granted: string[] | null
    missing: MissingScope[]
  }
  /** The fullest first. */
  limits: AccountLimit[]
  refused_metrics: RefusedMetric[]
  /** Whole days until the version ends, 0 on the day; `null` when not known. */
  api_version: (ApiVersion & { days_left: number | null }) | null
  problems: HealthProblem[]
}

export interface TokenHealth {
  /** `null` when the platform could not be asked. */
  valid: boolean | null
  /** Why it is not valid, or could not be asked, and what to do. */
  problem: string | null
  expires_at: Date | null
  refresh_expires_at: Date | null
  data_access_expires_at: Date | null
  /** When a person has to connect the account again; `null`: not foreseen. */
  reconnect_by: Date | null
  renews_itself: boolean
  renewal_failed_at: Date | null
  renewal_error: string | null
}

export type MissingScope = Pick<PlatformScope, "name" | "reason" | "needed_for">

/** How much of one of the platform's limits is used. */
export interface AccountLimit {
  /** What it limits: an endpoint, a kind of use, or `calls` for all of them. */
  bucket: string
  scope: "account" | "app"
  /** `null` when only the end of a pause is known. */
  used_percent: number | null
  resets_at: Date | null
  /** Nothing is asked before. */
  parked_until: Date | null
}

/** A metric the platform refuses, by its name there. */
export interface RefusedMetric {
  metric: string
  product_type: string
  since: Date
  /** It is not asked again before. */
  until: Date
}

export interface HealthProblem {
  /** For programs: `needs_reconnect`, `missing_scope`, `api_version_ending`, … */
  code: string
  /** What is wrong and what to do. */
  message: string
  severity: "error" | "warning"
}
