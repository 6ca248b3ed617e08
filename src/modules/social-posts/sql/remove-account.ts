import type { Knex } from "./database"

/**
 * Removes an account. Its token always goes at once and for good; its posts,
 * history and comments only when asked.
 */
export async function removeAccount(
  trx: Knex,
  id: string,
  data: boolean,
  now: Date
): Promise<void> {
  await trx("social_credential").where({ account_id: id }).delete()
  if (!data) {
    await trx("social_account").where({ id }).update({
      status: "disconnected",
      status_reason:
        "The account was disconnected. Connect it again to go on syncing.",
      updated_at: now,
    })
    return
  }
  // Foreign keys carry posts, snapshots and comments along.
  await trx("social_account").where({ id }).delete()
}
