import type { RetentionScope } from "../../retention/scope"
import type { Knex } from "../database"

/** Posts that are changed at once. */
const BATCH = 100

/** The platform no longer has the post (`p`). */
export const IS_GONE = `(
  p.status = 'unavailable' OR p.gone_since <= CAST(:gone_before AS timestamptz)
)`

/**
 * Locks the next posts that a condition over `p` holds for, in the order of
 * their ids. A post that a sync is writing at this moment is left for the next
 * run; a sync that comes now waits, and finds the post as it is left here.
 */
export async function lockPosts(
  trx: Knex,
  scope: RetentionScope,
  condition: string,
  after: string,
  batch = BATCH
): Promise<{ ids: string[]; next: string | null }> {
  const { rows } = await trx.raw(
    `SELECT p.id FROM social_post p
     WHERE p.platform = :platform AND p.id > :after AND (${condition})
     ORDER BY p.id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
    { ...scope, after }
  )
  const ids = rows.map(({ id }: { id: string }) => id)
  return { ids, next: ids.length === batch ? ids[batch - 1] : null }
}
