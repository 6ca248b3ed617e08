import type { StoreDatabase } from "./store-database"

/** What must add up after every run, however bad the day was. */
export interface StoreBooks {
  posts: number
  /** Read with success, whole or in part. */
  synced: number
  /** Claims that nobody holds any more. */
  claims: number
  snapshots: number
  /** Posts with two snapshots of one run. */
  doubled: number
  runs: {
    id: string
    status: string
    total: number
    success: number
    failed: number
    skipped: number
  }[]
}

/** Counts what is in the database. */
export async function readBooks({ query }: StoreDatabase): Promise<StoreBooks> {
  const [counts] = await query<Omit<StoreBooks, "runs">>(
    `SELECT
       (SELECT count(*)::int FROM social_post) AS posts,
       (SELECT count(*)::int FROM social_post
        WHERE sync_status IN ('success', 'partial')
          AND last_synced_at IS NOT NULL) AS synced,
       (SELECT count(*)::int FROM social_post
        WHERE claim_run_id IS NOT NULL) AS claims,
       (SELECT count(*)::int FROM social_post_snapshot) AS snapshots,
       (SELECT count(*)::int FROM (
          SELECT 1 FROM social_post_snapshot
          GROUP BY post_id, run_id HAVING count(*) > 1
        ) twice) AS doubled`
  )
  const runs = await query<StoreBooks["runs"][number]>(
    `SELECT id, status, total, success, failed, skipped
     FROM social_sync_run ORDER BY started_at, id`
  )
  return { ...(counts as Omit<StoreBooks, "runs">), runs }
}
