import { generateEntityId } from "@medusajs/framework/utils"
import type { SealedAccount } from "../types/accounts"
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
    status: "active",
    status_reason: null,
    notice: null,
    updated_at: now,
  }
  const [stored] = await trx("social_account")
    .insert({ ...row, created_at: now })
    .onConflict(trx.raw("(id)"))
    .merge(row)
    .returning("id")
  await trx("social_credential")
    .where({ account_id: stored.id, deleted_at: null })
    .delete()
  // A new token may have the scope whose absence was remembered.
  await trx("social_metric_verdict").where({ host: stored.id }).delete()
  await trx("social_credential").insert({
    id: generateEntityId(undefined, "scred"),
    account_id: stored.id,
    ...tokens,
    created_at: now,
    updated_at: now,
  })
  return stored.id
}
