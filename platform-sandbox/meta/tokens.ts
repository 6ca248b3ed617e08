export type TokenState =
  "valid" | "expired" | "revoked" | "password_changed" | "role_lost"

/** IG = Instagram Login; USER, PAGE and APP belong to graph.facebook.com. */
export type TokenFamily = "IG" | "USER" | "PAGE" | "APP"

export interface TokenRecord {
  token: string
  family: TokenFamily
  /** Account of the world this token opens: IG user id or Page id. */
  account_id: string
  platform: "instagram" | "facebook"
  /** Person (or system user) behind the token. */
  user_id: string
  scopes: Set<string>
  state: TokenState
  /** Milliseconds; `expires_at` 0 means never. */
  issued_at: number
  expires_at: number
  /** Instagram accounts and Pages the token reaches. */
  ig_ids: Set<string>
  page_ids: Set<string>
}

/** All tokens of the world, by string. */
export class TokenRegistry {
  private readonly by_token = new Map<string, TokenRecord>()

  add(record: TokenRecord): TokenRecord {
    this.by_token.set(record.token, record)
    return record
  }

  find(token: string): TokenRecord | undefined {
    return this.by_token.get(token)
  }

  /** Tokens that open an account (a Page may have several). */
  ofAccount(account_id: string): TokenRecord[] {
    return [...this.by_token.values()].filter(
      (record) => record.account_id === account_id
    )
  }
}

/** The state under the clock: a valid token dies by itself when its time is up. */
export function stateAt(record: TokenRecord, now: number): TokenState {
  if (record.state !== "valid") {
    return record.state
  }
  return record.expires_at && now >= record.expires_at ? "expired" : "valid"
}
