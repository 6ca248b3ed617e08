import type { AccountDescription } from "./contract"
import type { PlatformScope } from "./profile"
import type { TokenSet } from "./tokens"

/** One way to connect accounts through the platform's consent page. */
export interface ConnectionFlow {
  /** `default`, or the login family where a platform has several. */
  id: string
  label: string
  /** One or two sentences: what the merchant needs for it. */
  help: string
  /** What the consent page will ask for. */
  scopes: readonly PlatformScope[]
  /** Provider options that are not set yet; ready when empty. */
  missing_options: readonly string[]
  /** The platform checks a code verifier (RFC 7636). */
  pkce: boolean
}

export interface AuthorizeRequest {
  flow: string
  /** Where the consent page returns to; registered with the platform. */
  redirect_uri: string
  state: string
  /** S256 challenge for flows with PKCE. */
  code_challenge: string | null
  /** Scopes an account that is connected again has; `null` for a new one. */
  granted: readonly string[] | null
}

export interface ExchangeRequest {
  flow: string
  code: string
  /** Byte for byte the one of the consent page. */
  redirect_uri: string
  code_verifier: string | null
}

/** What came back from the consent page instead of a code. */
export interface ConsentRefusal {
  error: string
  error_reason?: string
  error_description?: string
}

/** Something a merchant should know, and what to do about it. */
export interface Advice {
  /** For programs: `no_pages`, `personal_account`, `pages_may_be_hidden`, … */
  code: string
  /** One or two sentences. */
  message: string
}

/** An account that a grant reaches. */
export interface FoundAccount {
  description: AccountDescription
  /** Other ids the platform knows it by (app-scoped ones). */
  other_ids: readonly string[]
  /** As `validateSettings` gives them. */
  settings: Record<string, unknown>
  tokens: TokenSet
  /** Why it cannot be connected, and the remedy; `null` when it can. */
  obstacle: Advice | null
}

/** What a grant is good for. */
export interface Discovery {
  accounts: FoundAccount[]
  /** About what was not found or not granted. */
  advice: Advice[]
  /** `null` when the platform does not tell. */
  granted_scopes: string[] | null
}

/** An account whose token is looked after. */
export interface KeptAccount {
  external_id: string
  settings: Readonly<Record<string, unknown>>
  scopes: readonly string[] | null
}

/** What the platform says about a token. */
export interface TokenInspection {
  valid: boolean
  /** For an invalid one: what happened and what to do. */
  problem: string | null
  /** `null` when the platform does not tell. */
  scopes: string[] | null
  /** Absent when the platform does not tell; `null` when there is no end. */
  expires_at?: Date | null
  data_access_expires_at?: Date | null
  /** Whether the token was made for the configured app; absent when not told. */
  own_app?: boolean
}

/** The version of the platform's API that is asked. */
export interface ApiVersion {
  /** As it is sent: `v26.0`, `202609`, `2`. */
  version: string
  /** UTC day `2027-09-15` on which the platform shuts it off, when known. */
  ends_on: string | null
}

/**
 * What revoking a token takes away: only this account's access, everything the
 * person granted to the app, or nothing because the platform has no such call.
 */
export type RevocationReach = "account" | "person" | "none"
