import type { ReadRange } from "../imports/plan-walk"
import type { ImportRow } from "../types/imports"
import type { Knex } from "./database"

/**
 * Posts that were to be listed and were not: perhaps deleted. Not believed yet:
 * they become due, and only what the platform says of each on two days is. So
 * `gone_since` is not touched: a post that cannot be asked for, because of a
 * limit or a dead token, would lose its content for what nobody said.
 * Lists leave out posts that are there all the same; one that was read since is
 * not doubted again, unless the whole list was walked. Returns how many.
 */
export async function doubtUnlisted(
  trx: Knex,
  walk: Pick<ImportRow, "id" | "account_id" | "kind" | "started_at">,
  { after, before }: ReadRange,
  now: Date
): Promise<number> {
  const { rowCount } = await trx.raw(
    `UPDATE social_post SET next_sync_at = :now, listed_at = NULL,
       updated_at = :now
     WHERE account_id = :account_id AND deleted_at IS NULL
       AND status = 'posted' AND platform_post_id IS NOT NULL
       AND posted_at > :after AND posted_at < :before
       AND created_at < :started_at AND expires_at IS NULL
       AND upper(coalesce(media_product_type, '')) <> 'STORY'
       AND gone_since IS NULL AND listed_by IS DISTINCT FROM :id
       AND (listed_at < :started_at OR (
         listed_at IS NULL AND (:whole
           OR last_synced_at IS NULL OR sync_status = 'failed')
       ))`,
    { ...walk, after, before, now, whole: walk.kind === "full" }
  )
  return rowCount ?? 0
}
