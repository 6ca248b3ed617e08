import type { CommentRange } from "../../../platform-kit"
import { type Knex, toJsonb } from "./database"

/** The part of a post's comments that was read whole. */
export interface ReadRange {
  post_id: string
  range: CommentRange
}

/**
 * Marks the stored comments that a reading should have met and did not: they
 * are gone from the platform. They keep their place in the thread; what they
 * said and who said it must not be shown any more. To be called after what came
 * was stored with `now` as its time.
 */
export async function removeMissingComments(
  trx: Knex,
  ranges: readonly ReadRange[],
  now: Date
): Promise<void> {
  if (ranges.length === 0) {
    return
  }
  const rows = ranges.map(({ post_id, range }) => ({
    post_id,
    since: range.from,
    by: range.by,
    replies_of: range.replies_of ?? null,
  }))
  // Threads are only asked for where they decide: a join would read all of them.
  await trx.raw(
    `UPDATE social_comment c SET
       removed_at = :now, text = NULL, author_id = NULL, author_name = NULL,
       extras = NULL, updated_at = :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       post_id text, since timestamptz, by text, replies_of text[]
     )
     WHERE c.post_id = ANY(:ids) AND c.post_id = w.post_id
       AND c.deleted_at IS NULL AND c.removed_at IS NULL
       AND c.fetched_at IS DISTINCT FROM :now
       AND (w.since IS NULL OR w.since < CASE WHEN w.by = 'thread'
         THEN ${ofRoot("commented_at")} ELSE c.commented_at END)
       AND (w.replies_of IS NULL OR coalesce(c.thread_id, c.id) = c.id
         OR ${ofRoot("platform_comment_id")} = ANY(w.replies_of))`,
    { now, ids: ranges.map(({ post_id }) => post_id), rows: toJsonb(rows) }
  )
}

/** A field of the comment on the post that a comment (`c`) hangs below, or is. */
const ofRoot = (column: string) => `(
  SELECT root.${column} FROM social_comment root
  WHERE root.id = coalesce(c.thread_id, c.id)
)`
