import { firstSyncAt } from "../insights/next-sync-at"
import { refuseUnknownPosts } from "../utils/refuse-unknown-posts"
import { type Knex, toJsonb } from "./database"
import { findUnknownPosts } from "./post-ids"

/** Statuses people may set. */
export type SettableStatus = "draft" | "scheduled" | "posted" | "archived"

export interface PostBatch {
  update: { id: string; status: SettableStatus }[]
  delete: string[]
}

/**
 * Changes the status of some posts and deletes others, whatever their number,
 * in a few statements. What made an earlier post quiet says nothing about one
 * that goes live: it is due at once.
 *
 * @throws MedusaError 400 naming the ids that are not known
 */
export async function batchPosts(
  trx: Knex,
  batch: PostBatch,
  now: Date
): Promise<void> {
  const updated = batch.update.map(({ id }) => id)
  // In one order, so that two batches never wait for each other.
  await trx.raw(
    `SELECT id FROM social_post WHERE id = ANY(:ids) ORDER BY id FOR UPDATE`,
    { ids: updated.concat(batch.delete) }
  )
  refuseUnknownPosts(await findUnknownPosts(trx, updated), "update")
  refuseUnknownPosts(await findUnknownPosts(trx, batch.delete), "delete")
  await trx.raw(
    `UPDATE social_post p SET
       status = w.status,
       gone_since = CASE WHEN w.status = 'posted' AND p.status <> 'posted'
         THEN NULL ELSE p.gone_since END,
       next_sync_at = CASE WHEN w.status = 'posted' AND p.status <> 'posted'
         THEN CAST(:due AS timestamptz) ELSE p.next_sync_at END,
       updated_at = :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(id text, status text)
     WHERE p.id = w.id`,
    { rows: toJsonb(batch.update), due: firstSyncAt(now), now }
  )
  // Foreign keys carry snapshots and comments along.
  await trx.raw(`DELETE FROM social_post WHERE id = ANY(:ids)`, {
    ids: batch.delete,
  })
}
