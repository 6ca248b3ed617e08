import { Client } from "pg"
import type { StoreDatabase } from "../../integration-tests/utils/store-database"
import { timed } from "../lib/progress"

/** As many posts as the sync writes at once. */
const BATCH = 100

interface Rows {
  posts: Record<string, unknown>[]
  snapshots: Record<string, unknown>[]
}

/** Everything a sync has written, in the order of the posts. */
export async function rowsOf({ query }: StoreDatabase): Promise<Rows> {
  return {
    posts: await query(
      `SELECT id, insights, sync_status, sync_errors, last_synced_at,
         next_sync_at, unchanged_readings, permalink, caption, media_type,
         media_product_type, hashtags, last_run_id
       FROM social_post ORDER BY posted_at DESC, id`
    ),
    snapshots: await query(
      `SELECT s.* FROM social_post_snapshot s
       JOIN social_post p ON p.id = s.post_id ORDER BY p.posted_at DESC, p.id`
    ),
  }
}

const WRITE = `
  WITH read AS (
    UPDATE social_post p SET
      insights = w.insights, sync_status = w.sync_status,
      sync_errors = w.sync_errors, last_synced_at = w.last_synced_at,
      next_sync_at = w.next_sync_at,
      unchanged_readings = w.unchanged_readings, permalink = w.permalink,
      caption = w.caption, media_type = w.media_type,
      media_product_type = w.media_product_type, hashtags = w.hashtags,
      last_run_id = w.last_run_id, updated_at = now()
    FROM jsonb_populate_recordset(NULL::social_post, $1::jsonb) w
    WHERE p.id = w.id
  )
  INSERT INTO social_post_snapshot
  SELECT * FROM jsonb_populate_recordset(NULL::social_post_snapshot, $2::jsonb)`

/** Writes the same rows to the same tables, one statement per batch. */
export async function writeBySql(
  { url }: StoreDatabase,
  { posts, snapshots }: Rows
): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await timed(async () => {
      for (let start = 0; start < posts.length; start += BATCH) {
        await client.query(WRITE, [
          JSON.stringify(posts.slice(start, start + BATCH)),
          JSON.stringify(snapshots.slice(start, start + BATCH)),
        ])
      }
    })
  } finally {
    await client.end()
  }
}
