import { generateEntityId } from "@medusajs/framework/utils"
import { HEADLINE_METRICS } from "../../../platform-kit"
import { insightsOf, type Knex, toJsonb } from "./database"

/** What is written to a post after a reading or a failure. */
export interface PostWrite {
  id: string
  /** Merged over the stored `insights` (shallow). */
  insights: Record<string, unknown>
  sync_status: "success" | "partial" | "failed"
  sync_errors: string[]
  last_synced_at: Date | null
  next_sync_at: Date | null
  /** The notice of new comments that was known when the post was loaded. */
  known_comments_due_at: Date | null
  /** The account's schedule that `next_sync_at` follows. */
  known_schedule: string | null
  unchanged_readings: number
  gone_since: Date | null
  status: string | null
  /** The id that was read. */
  platform_post_id: string | null
  /** The id that was stored when the post was loaded. */
  known_post_id: string | null
  permalink: string | null
  caption: string | null
  media_type: string | null
  media_product_type: string | null
  media: Record<string, unknown> | null
  hashtags: string[] | null
  posted_at: Date | null
  insights_blocked: string | null
}

/**
 * Writes a batch of posts in one statement: numbers, status and errors change
 * together, keys of `insights` that others put there stay, and the claim ends.
 * A newly found id is stored unless somebody entered another one meanwhile, or
 * another post of the account has it already. The next reading stays as it is
 * when the account got another schedule meanwhile, which planned it anew.
 * Returns the ids that were still claimed by the run.
 */
export async function writePosts(
  trx: Knex,
  runId: string,
  posts: readonly PostWrite[],
  now: Date
): Promise<Set<string>> {
  const { rows } = await trx.raw(
    `UPDATE social_post p SET
       insights = (${insightsOf("p.insights")}) || w.insights,
       sync_status = w.sync_status,
       sync_errors = w.sync_errors,
       last_synced_at = coalesce(w.last_synced_at, p.last_synced_at),
       next_sync_at = CASE
         WHEN a.sync_schedule IS DISTINCT FROM w.known_schedule
         THEN p.next_sync_at
         -- Comments came in while it was read: they are not read with it.
         WHEN date_trunc('milliseconds', p.comments_due_at)
           > coalesce(w.known_comments_due_at, '-infinity')
         THEN least(w.next_sync_at, p.next_sync_at)
         ELSE w.next_sync_at END,
       unchanged_readings = w.unchanged_readings,
       gone_since = w.gone_since,
       status = coalesce(w.status, p.status),
       platform_post_id = CASE
         WHEN w.platform_post_id IS NULL
           OR p.platform_post_id IS DISTINCT FROM w.known_post_id
           OR w.platform_post_id = w.known_post_id
           OR EXISTS (
             SELECT 1 FROM social_post other
             WHERE other.account_id = p.account_id AND other.deleted_at IS NULL
               AND other.platform_post_id = w.platform_post_id
           )
         THEN p.platform_post_id ELSE w.platform_post_id END,
       permalink = coalesce(w.permalink, p.permalink),
       caption = coalesce(p.caption, w.caption),
       media_type = coalesce(w.media_type, p.media_type),
       media_product_type = coalesce(w.media_product_type, p.media_product_type),
       media = coalesce(w.media, p.media),
       hashtags = coalesce(p.hashtags, w.hashtags),
       content_read_at = CASE WHEN w.caption IS NULL AND w.media IS NULL
         THEN p.content_read_at ELSE :now END,
       content_removed_at = CASE WHEN w.caption IS NULL AND w.media IS NULL
         THEN p.content_removed_at END,
       posted_at = coalesce(p.posted_at, w.posted_at),
       insights_blocked = coalesce(w.insights_blocked, p.insights_blocked),
       claim_run_id = NULL,
       last_run_id = :runId,
       updated_at = :now
     FROM jsonb_to_recordset(CAST(:posts AS jsonb)) AS w(
       id text, insights jsonb, sync_status text, sync_errors text[],
       last_synced_at timestamptz, next_sync_at timestamptz,
       known_comments_due_at timestamptz,
       known_schedule text, unchanged_readings int, gone_since timestamptz,
       status text,
       platform_post_id text, known_post_id text, permalink text,
       caption text, media_type text,
       media_product_type text, media jsonb, hashtags text[],
       posted_at timestamptz, insights_blocked text
     ), social_account a
     WHERE p.id = w.id AND p.claim_run_id = :runId AND a.id = p.account_id
     RETURNING p.id`,
    { runId, now, posts: toJsonb(posts) }
  )
  return new Set(rows.map(({ id }: { id: string }) => id))
}

/** One reading, for the history. */
export interface SnapshotWrite {
  post_id: string
  captured_at: Date
  numbers: Record<string, number | null>
  other_metrics: Record<string, number | null> | null
  breakdowns: Record<string, unknown> | null
  /** Something differs from the reading before. */
  changed: boolean
  /** How the platform counted on that day. */
  definition_version: number
}

/** Columns of a snapshot that are numbers. */
export const SNAPSHOT_NUMBERS: readonly string[] = [
  ...HEADLINE_METRICS,
  "engagement",
  "engagement_rate",
]

/** The day of a reading has one already. */
const HAS_DAY = `EXISTS (
  SELECT 1 FROM social_post_snapshot s
  WHERE s.post_id = w.post_id AND s.deleted_at IS NULL
    AND s.captured_at >= date_trunc('day', w.captured_at, 'UTC')
    AND s.captured_at < date_trunc('day', w.captured_at, 'UTC') + interval '1 day'
)`

/**
 * Appends readings to the history, once per post and run: those that changed
 * something, and in any case one per post and UTC day.
 */
export async function writeSnapshots(
  trx: Knex,
  runId: string | null,
  snapshots: readonly SnapshotWrite[],
  now: Date
): Promise<void> {
  if (snapshots.length === 0) {
    return
  }
  const rows = snapshots.map(({ numbers, ...snapshot }) => ({
    id: generateEntityId(undefined, "ssnap"),
    ...snapshot,
    ...numbers,
  }))
  const numbers = SNAPSHOT_NUMBERS.join(", ")
  const typed = SNAPSHOT_NUMBERS.map((name) => `${name} double precision`)
  await trx.raw(
    `INSERT INTO social_post_snapshot (
       id, post_id, run_id, captured_at, ${numbers}, other_metrics, breakdowns,
       definition_version, created_at, updated_at
     )
     SELECT id, post_id, :runId, captured_at, ${numbers}, other_metrics,
       breakdowns, definition_version, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, post_id text, captured_at timestamptz, ${typed.join(", ")},
       other_metrics jsonb, breakdowns jsonb, definition_version int,
       changed boolean
     )
     WHERE changed OR NOT ${HAS_DAY}
     ON CONFLICT (post_id, run_id)
       WHERE run_id IS NOT NULL AND deleted_at IS NULL DO NOTHING`,
    { runId, now, rows: toJsonb(rows) }
  )
}
