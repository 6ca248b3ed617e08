import { TOKENS_REF } from "./credentials"
import type { Knex } from "./database"

/** What a batch taught us about its account. */
export interface AccountOutcome {
  account_id: string
  platform: string
  /** Numbers arrived. */
  synced: boolean
  /** The token is dead; the sentence says why and what to do. */
  reconnect: string | null
  /** What is dead about it; `null` when nothing is. */
  dead_by: "token" | "permission" | null
  /** The tokens that were used last: newer ones are not dead. */
  tokens_ref: string | null
  /** A limit of this account. */
  parked_until: Date | null
  /** A limit of the whole app: every account of the platform waits. */
  app_parked_until: Date | null
}

/** The account still has the tokens that turned out to be dead. */
const IS_DEAD = `(CAST(:reconnect AS text) IS NOT NULL AND (
  SELECT ${TOKENS_REF} FROM social_credential c
  WHERE c.account_id = :account_id AND c.deleted_at IS NULL
) IS NOT DISTINCT FROM CAST(:tokens_ref AS text))`

/** Writes what a batch taught us about its account. */
export async function writeAccountOutcome(
  trx: Knex,
  outcome: AccountOutcome,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_account SET
       last_synced_at = CASE WHEN :synced THEN :now ELSE last_synced_at END,
       status = CASE WHEN ${IS_DEAD} AND status = 'active'
         THEN 'needs_reconnect' ELSE status END,
       status_reason = CASE WHEN ${IS_DEAD}
         AND status IN ('active', 'needs_reconnect')
         THEN :reconnect ELSE status_reason END,
       dead_by = CASE WHEN ${IS_DEAD}
         AND status IN ('active', 'needs_reconnect')
         THEN :dead_by ELSE dead_by END,
       notice = CASE WHEN ${IS_DEAD} AND status = 'active'
         THEN NULL ELSE notice END,
       parked_until = greatest(parked_until, :parked_until),
       updated_at = :now
     WHERE id = :account_id`,
    { ...outcome, now }
  )
  if (outcome.app_parked_until) {
    await trx.raw(
      `UPDATE social_account
       SET parked_until = greatest(parked_until, :app_parked_until),
         updated_at = :now
       WHERE platform = :platform AND deleted_at IS NULL`,
      { ...outcome, now }
    )
  }
}
