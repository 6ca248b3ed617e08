export type TokenState =
  "valid" | "expired" | "revoked" | "password_changed" | "role_lost"

/** IG = Instagram Login; the others belong to graph.facebook.com. */
export type TokenFamily = "IG" | "USER" | "SYSTEM_USER" | "PAGE" | "APP"

export interface TokenRecord {
  token: string
  family: TokenFamily
  /** Account of the world this token opens, IG user id or Page id; may be empty. */
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
  /** Short-lived: there to be exchanged for a long-lived one. */
  short?: boolean
  /** Came out of a login; the world's own tokens did not. */
  by_oauth?: boolean
  /** Permissions that the person took off the list. */
  declined?: string[]
  /** Milliseconds; ninety days after the login, whatever was made of its token. */
  data_access_until?: number
}

/** All tokens of the world, by string. */
export class TokenRegistry {
  /** Permissions that people took off a list, by person. */
  readonly declines = new Map<string, Set<string>>()
  private readonly by_token = new Map<string, TokenRecord>()

  add(record: TokenRecord): TokenRecord {
    this.by_token.set(record.token, record)
    return record
  }

  find(token: string): TokenRecord | undefined {
    return this.by_token.get(token)
  }

  /** Tokens that open an account: its own, and those of people who reach it. */
  ofAccount(account_id: string): TokenRecord[] {
    return this.filter(
      (record) =>
        record.account_id === account_id || record.ig_ids.has(account_id)
    )
  }

  /** Tokens of a person or system user; on Instagram the person is the account. */
  ofPerson(id: string): TokenRecord[] {
    return this.filter(
      (record) =>
        record.user_id === id ||
        (record.family === "IG" && record.account_id === id)
    )
  }

  /** True when the person is no longer an administrator of the Page. */
  lostRole(user_id: string, page_id: string): boolean {
    return this.ofAccount(page_id).some(
      (record) => record.state === "role_lost" && record.user_id === user_id
    )
  }

  private filter(wanted: (record: TokenRecord) => boolean): TokenRecord[] {
    return [...this.by_token.values()].filter(wanted)
  }
}

/** The state under the clock: a valid token dies by itself when its time is up. */
export function stateAt(record: TokenRecord, now: number): TokenState {
  if (record.state !== "valid") {
    return record.state
  }
  return record.expires_at && now >= record.expires_at ? "expired" : "valid"
}
