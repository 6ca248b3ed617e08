import { OLDEST } from "../insights/next-sync-at"
import type { Knex } from "./database"

/** Read again at the earliest after this long. */
export const SHORTEST_GAP_MS = 15 * 60 * 1000
/** Of the way to its own time that a post must have gone. */
export const LEAST_SHARE = 0.1
/** Limits used up to here leave room for what is not due yet. */
const ROOMY = 0.5

/** A limit of the account or of its whole app that is filling up. */
const CROWDED = `EXISTS (
  SELECT 1 FROM social_call_budget b
  WHERE b.deleted_at IS NULL AND b.used > ${ROOMY}
    AND (b.resets_at > :now OR (b.resets_at IS NULL
      AND b.observed_at > CAST(:now AS timestamptz) - interval '1 hour'))
    AND (b.bucket || ':') ^@ ANY(ARRAY[
      'account:' || a.id || ':', 'app:' || a.platform || ':'])
)`

/** How many posts one call takes. */
export interface BatchSize {
  posts: number
  /** Posts of different product types never share a call. */
  by_product: boolean
}

const PRODUCT = "upper(coalesce(p.media_product_type, ''))"

/** How far a post is on its way from its last reading to its next. */
const SHARE = `extract(epoch FROM CAST(:now AS timestamptz) - p.last_synced_at)
  / extract(epoch FROM p.next_sync_at - p.last_synced_at)`

/**
 * Posts that fill up the calls which due posts of their accounts need anyway: a
 * platform reads 50 or 100 posts in one call, and most calls are for a few new
 * posts. The nearest to their own time come first. None while a limit is
 * filling up, because some platforms count each post of a call.
 *
 * @param sizes of calls, by platform
 */
export async function findCompanions(
  trx: Knex,
  runId: string,
  dueIds: readonly string[],
  sizes: Readonly<Record<string, BatchSize>>,
  now: Date
): Promise<string[]> {
  if (dueIds.length === 0) {
    return []
  }
  const { rows } = await trx.raw(
    `WITH own AS (
       SELECT started_at FROM social_sync_run WHERE id = :runId
     ), calls AS (
       SELECT a.id AS account_id, size, count(*) AS posts,
         CASE WHEN by_product THEN ${PRODUCT} END AS product
       FROM social_post p JOIN social_account a ON a.id = p.account_id
       JOIN jsonb_to_recordset(CAST(:sizes AS jsonb)) AS of_platform(
         platform text, size int, by_product boolean
       ) ON of_platform.platform = p.platform
       WHERE p.id = ANY(:dueIds) AND a.sync_schedule IS NULL
         AND a.sync_numbers AND NOT ${CROWDED}
       GROUP BY a.id, size, CASE WHEN by_product THEN ${PRODUCT} END
     )
     SELECT companion.id FROM calls CROSS JOIN LATERAL (
       SELECT p.id FROM social_post p
       LEFT JOIN social_sync_run last ON last.id = p.last_run_id
       WHERE p.account_id = calls.account_id AND p.deleted_at IS NULL
         AND (calls.product IS NULL OR ${PRODUCT} = calls.product)
         AND p.status = 'posted' AND p.sync_status = 'success'
         AND p.gone_since IS NULL AND p.expires_at IS NULL
         AND p.posted_at > CAST(:now AS timestamptz)
           - make_interval(secs => ${OLDEST / 1000})
         AND p.next_sync_at > :now
         AND p.last_synced_at
           <= CAST(:now AS timestamptz) - make_interval(secs => ${SHORTEST_GAP_MS / 1000})
         AND NOT coalesce(last.started_at >= (SELECT started_at FROM own), false)
         AND ${SHARE} >= ${LEAST_SHARE}
       ORDER BY ${SHARE} DESC
       LIMIT -calls.posts + calls.size * ceil(calls.posts::numeric / calls.size)
     ) AS companion`,
    {
      runId,
      dueIds,
      now,
      sizes: JSON.stringify(
        Object.entries(sizes).map(([platform, { posts, by_product }]) => ({
          platform,
          size: posts,
          by_product,
        }))
      ),
    }
  )
  return rows.map(({ id }: { id: string }) => id)
}
