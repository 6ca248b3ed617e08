import type { StoredTokens } from "../types/accounts"
import type { Knex } from "./database"

/** The sealed tokens of an account, as they are in the database. */
export interface StoredCredential extends StoredTokens {
  id: string
  account_id: string
  /** Counts replacements. */
  version: number
  /** Since when renewing fails; `null` when the last one worked. */
  renewal_failed_at: Date | null
  updated_at: Date
}

const COLUMNS: readonly (keyof StoredCredential)[] = [
  "id",
  "account_id",
  "version",
  "access_token",
  "refresh_token",
  "source_token",
  "issued_at",
  "expires_at",
  "refresh_expires_at",
  "source_expires_at",
  "data_access_expires_at",
  "granted_by",
  "own_app",
  "renewal_failed_at",
  "updated_at",
]

const PREFIX = "credential_"

/** The columns of a credential, for a query whose table is named `c`. */
export const SELECT_CREDENTIAL = COLUMNS.map(
  (column) => `c.${column} AS ${PREFIX}${column}`
).join(", ")

type Row = Record<string, unknown>

/** Splits a row with `SELECT_CREDENTIAL` into the rest and the credential. */
export function splitCredential<T>(row: Row): {
  rest: T
  credential: StoredCredential | null
} {
  const entries = Object.entries(row)
  const rest = entries.filter(([name]) => !name.startsWith(PREFIX))
  const own = entries
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, value]) => [name.slice(PREFIX.length), value])
  const credential = Object.fromEntries(own) as unknown as StoredCredential
  return {
    rest: Object.fromEntries(rest) as T,
    credential: credential.id ? credential : null,
  }
}

/**
 * Names the tokens of an account as they are now: another text when they were
 * replaced, renewed or removed. Sealing them with another key is no change.
 */
export const tokensRef = (
  credential: Pick<StoredCredential, "id" | "version"> | null
) => (credential ? `${credential.id}:${credential.version}` : null)

/** The same in SQL, for a query whose table is named `c`. */
export const TOKENS_REF = "c.id || ':' || c.version"

/** The newest tokens of an account; `null` when it has none. */
export async function loadCredential(
  knex: Knex,
  accountId: string
): Promise<StoredCredential | null> {
  const row = await knex("social_credential")
    .where({ account_id: accountId, deleted_at: null })
    .first(COLUMNS as string[])
  return row ?? null
}
