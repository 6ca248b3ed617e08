import type { SealedTokens } from "../types/accounts"
import type { StoredCredential } from "./credentials"
import type { Knex } from "./database"

/** A new token helps it; one that lacks a permission goes on waiting. */
export const WAITS_FOR_TOKEN = `(status = 'needs_reconnect'
  AND dead_by IS DISTINCT FROM 'permission')`

/** Tokens as a renewal read them; it may write only while they are the newest. */
type Renewed = Pick<StoredCredential, "id" | "version">

/**
 * Stores renewed tokens, and what they mean for the account: it is connected.
 * The fence is the version alone, not the lease: whoever has renewed must not
 * lose new tokens because the lease ran out, and only one can be the first.
 *
 * @returns `false` when the tokens were replaced or removed meanwhile
 */
export async function storeRenewal(
  knex: Knex,
  { id, version }: Renewed,
  tokens: SealedTokens,
  reconnectBy: Date | null,
  now: Date
): Promise<boolean> {
  const columns = Object.keys(tokens)
  const { rows } = await knex.raw(
    `WITH renewed AS (
       UPDATE social_credential SET
         ${columns.map((column) => `${column} = :${column}`).join(", ")},
         version = version + 1, lease_by = NULL, lease_until = NULL,
         renewal_failed_at = NULL, renewal_error = NULL, updated_at = :now
       WHERE id = :id AND version = :version AND deleted_at IS NULL
       RETURNING account_id, expires_at
     )
     UPDATE social_account AS a SET
       token_expires_at = renewed.expires_at, reconnect_by = :reconnectBy,
       status = CASE WHEN ${WAITS_FOR_TOKEN}
         THEN 'active' ELSE status END,
       status_reason = CASE WHEN ${WAITS_FOR_TOKEN}
         THEN NULL ELSE status_reason END,
       updated_at = :now
     FROM renewed WHERE a.id = renewed.account_id
     RETURNING a.id`,
    { ...tokens, id, version, reconnectBy, now }
  )
  return rows.length > 0
}

export interface FailedRenewal extends Renewed {
  /** What happened and what to do; without secrets. */
  error: string
  now: Date
}

/** The tokens a failed renewal was about, with its trouble written down. */
const NOTED = `noted AS (
  UPDATE social_credential SET
    renewal_failed_at = coalesce(renewal_failed_at, :now),
    renewal_error = :error, lease_by = NULL, lease_until = NULL,
    updated_at = :now
  WHERE id = :id AND version = :version AND deleted_at IS NULL
  RETURNING account_id
)`

/** Notes that a renewal failed and will be tried again. */
export async function noteFailedRenewal(
  knex: Knex,
  failure: FailedRenewal,
  reconnectBy: Date | null
): Promise<void> {
  await knex.raw(
    `WITH ${NOTED}
     UPDATE social_account SET reconnect_by = :reconnectBy, updated_at = :now
     WHERE id = (SELECT account_id FROM noted)
       AND reconnect_by IS DISTINCT FROM :reconnectBy`,
    { ...failure, reconnectBy }
  )
}

/**
 * Notes that only a person can bring an account back. A paused one stays
 * paused: it is told when it is resumed.
 * @returns `false` when its tokens were replaced or removed meanwhile
 */
export async function markDead(
  knex: Knex,
  failure: FailedRenewal
): Promise<boolean> {
  const { rows } = await knex.raw(
    `WITH ${NOTED}
     UPDATE social_account SET
       status_reason = :error,
       notice = CASE WHEN status = 'needs_reconnect' THEN notice END,
       status = 'needs_reconnect', dead_by = 'token', updated_at = :now
     WHERE id = (SELECT account_id FROM noted)
       AND status IN ('active', 'needs_reconnect')
     RETURNING id`,
    { ...failure }
  )
  return rows.length > 0
}
