import type { Knex } from "./database"

const BY_MERCHANT =
  "The account was disconnected. Connect it again to go on syncing."

/**
 * Removes an account. Its tokens always go at once and for good; its posts,
 * history and comments, and everything else that is kept of it, only when
 * asked. The sync log stays.
 */
export async function removeAccount(
  trx: Knex,
  id: string,
  data: boolean,
  now: Date,
  reason = BY_MERCHANT
): Promise<void> {
  // In the order of connecting: an account that is just connected again waits.
  await trx("social_account").where({ id }).forUpdate().first("id")
  const [credential] = await trx("social_credential")
    .where({ account_id: id })
    .delete("granted_by")
  if (!data) {
    await trx("social_account")
      .where({ id })
      .update({
        // Who granted it may still demand that the data goes, too.
        ...(credential && { granted_by: credential.granted_by }),
        status: "disconnected",
        status_reason: reason,
        token_expires_at: null,
        reconnect_by: null,
        notice: null,
        updated_at: now,
      })
    return
  }
  await trx("social_connection").where({ account_id: id }).delete()
  await trx("social_metric_verdict").where({ host: id }).delete()
  const bucket = `account:${id}`
  await trx("social_call_budget")
    .whereRaw("bucket = :bucket OR starts_with(bucket, :bucket || ':')", {
      bucket,
    })
    .delete()
  // Foreign keys carry posts, snapshots and comments along.
  await trx("social_account").where({ id }).delete()
}
