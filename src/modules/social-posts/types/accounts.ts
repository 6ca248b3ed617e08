/** What a merchant gives to connect an account. */
export interface AccountInput {
  platform: string
  external_id: string
  access_token: string
  username?: string
  settings?: Record<string, unknown>
}

/** A checked account with its token sealed: safe to pass through a workflow. */
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
  token_expires_at: string | null
  sealed_token: string
}
