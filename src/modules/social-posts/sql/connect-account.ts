import { generateEntityId } from "@medusajs/framework/utils"
import type { SealedAccount, SealedTokens } from "../types/accounts"
import { retryRefusedDays } from "./account-readings"
import { type Knex, toJsonb } from "./database"

/** The account with this identity, disconnected or not, or `null`. */
export async function findAccountId(
  knex: Knex,
  platform: string,
  externalId: string
): Promise<string | null> {
  const row = await knex("social_account")
    .where({ platform, external_id: externalId, deleted_at: null })
    .first("id")
  return row?.id ?? null
}

/**
 * Inserts an account with its sealed tokens, or gives an existing one the new
 * tokens and makes it active again. One transaction, one row of each.
 */
export async function upsertAccount(
  trx: Knex,
  { tokens, ...account }: SealedAccount,
  now: Date
): Promise<string> {
  const row = {
    ...account,
    settings: toJsonb(account.settings),
    dead_by: null,
    notice: null,
    // Its posts are brought in at once.
    next_import_at: now,
    next_stories_at: null,
    next_insights_at: now,
    updated_at: now,
  }
  const [stored] = await trx("social_account")
    .insert({ ...row, status: "active", created_at: now })
    .onConflict(trx.raw("(id)"))
    .merge({
      ...row,
      // Who paused an account did not mean its token.
      status: unlessPaused(trx, "status", "'active'"),
      status_reason: unlessPaused(trx, "status_reason", "NULL"),
      // Not every platform tells it; a merchant may have.
      username: trx.raw("coalesce(excluded.username, social_account.username)"),
      parked_until: appParkedUntil(trx, account.platform, now),
    })
    .returning("id")
  await upsertCredential(trx, stored.id, tokens, now)
  // A new token may have the scope whose absence was remembered.
  await trx("social_metric_verdict").where({ host: stored.id }).delete()
  await retryRefusedDays(trx, stored.id, now)
  await makeFailedPostsDue(trx, stored.id, now)
  return stored.id
}

/**
 * Replaces the tokens. `version` grows, and nobody holds the lease any more: a
 * renewal of the earlier tokens that is under way must not be stored.
 */
async function upsertCredential(
  trx: Knex,
  accountId: string,
  tokens: SealedTokens,
  now: Date
): Promise<void> {
  const row = {
    ...tokens,
    lease_by: null,
    lease_until: null,
    renewal_failed_at: null,
    renewal_error: null,
    updated_at: now,
  }
  await trx("social_credential")
    .insert({
      ...row,
      id: generateEntityId(undefined, "scred"),
      account_id: accountId,
      created_at: now,
    })
    .onConflict(trx.raw("(account_id) WHERE deleted_at IS NULL"))
    .merge({ ...row, version: trx.raw("social_credential.version + 1") })
}

const unlessPaused = (trx: Knex, column: string, otherwise: string) =>
  trx.raw(
    `CASE WHEN social_account.status = 'paused'
       THEN social_account.${column} ELSE ${otherwise} END`
  )

/** A new token ends the limits of its account, not those of the whole app. */
const appParkedUntil = (trx: Knex, platform: string, now: Date) =>
  trx.raw(
    `(SELECT max(parked_until) FROM social_call_budget
      WHERE scope = 'app' AND deleted_at IS NULL AND parked_until > :now
        AND (bucket = :bucket OR starts_with(bucket, :bucket || ':')))`,
    { now, bucket: `app:${platform}` }
  )

/**
 * What could not be read is tried again at once: the token may have been the
 * cause. Posts that are gone, and parts of old ones, keep their time.
 */
async function makeFailedPostsDue(
  trx: Knex,
  accountId: string,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_post SET next_sync_at = :now, updated_at = :now
     WHERE account_id = :accountId AND deleted_at IS NULL
       AND status = 'posted' AND gone_since IS NULL
       AND (sync_status = 'failed'
         OR (sync_status = 'partial' AND next_sync_at IS NOT NULL))
       AND (next_sync_at IS NULL OR next_sync_at > :now)`,
    { accountId, now }
  )
}
