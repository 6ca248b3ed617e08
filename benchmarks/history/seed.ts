import type { StoreDatabase } from "../../integration-tests/utils/store-database"

/** Readings of each post: about what is left of one that is a year old. */
export const READINGS_PER_POST = 100

const COLUMNS = `id, post_id, run_id, captured_at, likes, comments, shares,
  saves, reach, views, engagement, engagement_rate, other_metrics,
  definition_version`

/**
 * Fills the history in the order of time, as syncs do: the readings of a post
 * lie far apart. The table's own indexes are built afterwards, which is
 * quicker.
 */
export async function seedHistory(
  { query }: Pick<StoreDatabase, "query">,
  snapshots: number
): Promise<void> {
  const posts = Math.ceil(snapshots / READINGS_PER_POST)
  await query(
    `INSERT INTO social_account (
       id, platform, external_id, status, created_at, updated_at
     ) VALUES ('sacc_bench', 'twitter', '1', 'active', now(), now())
     ON CONFLICT DO NOTHING`
  )
  await query(
    `INSERT INTO social_post (
       id, account_id, platform, platform_post_id, origin, status, posted_at
     )
     SELECT 'spost_bench' || n, 'sacc_bench', 'twitter', n::text, 'imported',
       'posted', now() - interval '1 year'
     FROM generate_series(1, $1::int) n`,
    [posts]
  )
  const indexes = await query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes
     WHERE tablename = 'social_post_snapshot' AND indexname NOT LIKE '%pkey'`
  )
  for (const { indexname } of indexes) {
    await query(`DROP INDEX "${indexname}"`)
  }
  await query(
    `INSERT INTO social_post_snapshot (${COLUMNS})
     SELECT 'ssnap_' || reading || '_' || post, 'spost_bench' || post,
       'srun_' || reading,
       now() - interval '1 year' * (1 - reading / ${READINGS_PER_POST}.0),
       reading * 3, reading, reading / 2, reading / 3, reading * 90,
       reading * 100, reading * 5, 5.55, '{"follows": 2, "profile_visits": 7}',
       1
     FROM generate_series(1, ${READINGS_PER_POST}) reading
     CROSS JOIN generate_series(1, $1::int) post`,
    [posts]
  )
  for (const { indexdef } of indexes) {
    await query(indexdef)
  }
  await query("ANALYZE social_post_snapshot, social_post")
}
