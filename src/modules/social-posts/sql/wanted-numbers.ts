import type { Knex } from "./database"

/**
 * Of some posts that an account's list shows, those whose numbers are worth a
 * call now: new ones, those that were never read, and those that are due. What
 * a sync reads at the moment is not.
 */
export async function wantedNumbers(
  knex: Knex,
  accountId: string,
  platformPostIds: readonly string[],
  now: Date
): Promise<Set<string>> {
  const { rows } = await knex.raw(
    `SELECT p.platform_post_id AS id FROM social_post p
     WHERE p.account_id = :accountId AND p.deleted_at IS NULL
       AND p.platform_post_id = ANY(:platformPostIds)
       AND (
         p.status = 'archived'
         OR (p.last_synced_at IS NOT NULL
           AND (p.next_sync_at IS NULL OR p.next_sync_at > :now))
         OR EXISTS (
           SELECT 1 FROM social_sync_run r WHERE r.id = p.claim_run_id
             AND r.status = 'running' AND r.lease_until > :now
         )
       )`,
    { accountId, platformPostIds, now }
  )
  const unwanted = new Set(rows.map(({ id }: { id: string }) => id))
  return new Set(platformPostIds.filter((id) => !unwanted.has(id)))
}
