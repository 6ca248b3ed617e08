import type { TokenSet } from "../../../platform-kit"

/** What a merchant gives to connect an account. */
export interface AccountInput {
  platform: string
  external_id: string
  access_token: string
  username?: string
  settings?: Record<string, unknown>
}

type SecretNames = "access_token" | "refresh_token" | "source_token"
type TimeNames = Exclude<keyof TokenSet, SecretNames | "granted_by" | "own_app">

/**
 * The tokens of an account, sealed, with their times in UTC ISO 8601: safe to
 * pass through a workflow.
 */
export type SealedTokens = Pick<
  TokenSet,
  SecretNames | "granted_by" | "own_app"
> &
  Record<TimeNames, string | null>

/** The same as the database gives them: times as dates, secrets sealed. */
export type StoredTokens = Pick<
  TokenSet,
  SecretNames | "granted_by" | "own_app"
> &
  Record<TimeNames, Date | null>

/** A checked account with its tokens sealed: safe to pass through a workflow. */
export interface SealedAccount {
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  avatar_url: string | null
  account_type: string | null
  followers_count: number | null
  scopes: string[] | null
  settings: Record<string, unknown>
  /** Way it was connected; `null` for a pasted token. */
  connection_flow: string | null
  token_expires_at: string | null
  reconnect_by: string | null
  tokens: SealedTokens
}
