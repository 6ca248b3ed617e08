import { firstSyncAt } from "../insights/next-sync-at"
import type { Knex } from "./database"

export interface Publication {
  post_id: string
  platform_post_id?: string | null
  permalink?: string | null
  posted_at?: Date | string | null
}

/**
 * Makes a post `posted` and due in a minute: a row in the database, no timer
 * that a restart forgets. Doing it twice changes nothing.
 */
export async function markPublished(
  knex: Knex,
  publication: Publication,
  now: Date
): Promise<void> {
  await knex.raw(
    `UPDATE social_post SET
       status = 'posted',
       platform_post_id = coalesce(:platform_post_id, platform_post_id),
       permalink = coalesce(:permalink, permalink),
       posted_at = coalesce(:posted_at, posted_at, :now),
       next_sync_at = CASE WHEN last_synced_at IS NULL OR status <> 'posted'
         THEN least(next_sync_at, :due) ELSE next_sync_at END,
       gone_since = CASE WHEN status = 'posted' THEN gone_since END,
       updated_at = :now
     WHERE id = :post_id AND deleted_at IS NULL
       AND status NOT IN ('unavailable', 'archived')`,
    {
      post_id: publication.post_id,
      platform_post_id: publication.platform_post_id ?? null,
      permalink: publication.permalink ?? null,
      posted_at: publication.posted_at ?? null,
      due: firstSyncAt(now),
      now,
    }
  )
}
