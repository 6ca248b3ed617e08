import { generateEntityId } from "@medusajs/framework/utils"
import type { CommentRange, PlatformComment } from "../../../platform-kit"
import { newestComments } from "./comments-data"
import { insightsOf, type Knex, toJsonb } from "./database"
import { placeThreads } from "./place-threads"
import { removeMissingComments } from "./remove-missing-comments"

export interface CommentsWrite {
  post_id: string
  comments: PlatformComment[]
  /** More exist on the platform than one sync fetches. */
  capped: boolean
  /** The part that was read whole; `null` when there is none. */
  complete: CommentRange | null
  /** The notice of new comments that this reading answers. */
  due_at: Date | null
}

/**
 * Stores comments of a batch of posts (new ones inserted, known ones brought
 * up to date, those that are gone blanked), puts them into their threads and
 * renews what `insights` says of them: the newest 100, how many were new, and
 * whether there are more. A fixed number of statements for the batch.
 */
export async function writeComments(
  trx: Knex,
  writes: readonly CommentsWrite[],
  now: Date
): Promise<void> {
  if (writes.length === 0) {
    return
  }
  const added = await upsertComments(trx, writes, now)
  const ranges = writes.flatMap(({ post_id, complete: range }) =>
    range ? { post_id, range } : []
  )
  await removeMissingComments(trx, ranges, now)
  const postIds = writes.map(({ post_id }) => post_id)
  await placeThreads(trx, postIds, "new")
  const posts = writes.map(({ post_id, capped, due_at }) => ({
    post_id,
    capped,
    due_at,
    added: added.get(post_id) ?? 0,
  }))
  await trx.raw(
    `UPDATE social_post p SET
       insights = (${insightsOf("p.insights")}) || jsonb_build_object(
         'comments_new', w.added,
         'comments_capped', w.capped,
         'comments_synced_at', CAST(:now AS text),
         'comments_data', coalesce(newest.comments, '[]'::jsonb)
       ),
       comments_due_at = CASE
         WHEN date_trunc('milliseconds', p.comments_due_at) <= w.due_at
         THEN NULL ELSE p.comments_due_at END
     FROM jsonb_to_recordset(CAST(:posts AS jsonb))
       AS w(post_id text, capped boolean, added int, due_at timestamptz)
     ${newestComments("w.post_id")}
     WHERE p.id = w.post_id`,
    { now: now.toISOString(), posts: toJsonb(posts) }
  )
}

async function upsertComments(
  trx: Knex,
  writes: readonly CommentsWrite[],
  now: Date
): Promise<Map<string, number>> {
  const rows = writes.flatMap(({ post_id, comments }) =>
    uniqueById(comments).map(({ id, created_at, ...comment }) => ({
      ...comment,
      post_id,
      id: generateEntityId(undefined, "scom"),
      platform_comment_id: id,
      commented_at: created_at,
    }))
  )
  if (rows.length === 0) {
    return new Map()
  }
  const { rows: stored } = await trx.raw(
    `INSERT INTO social_comment AS c (
       id, post_id, platform_comment_id, parent_id, author_id, author_name,
       text, like_count, hidden, commented_at, by_account, fetched_at, extras,
       created_at, updated_at
     )
     SELECT id, post_id, platform_comment_id, parent_id, author_id,
       author_name, text, like_count, hidden, commented_at, by_account, :now,
       extras, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, post_id text, platform_comment_id text, parent_id text,
       author_id text, author_name text, text text,
       like_count double precision, hidden boolean, commented_at timestamptz,
       by_account boolean, extras jsonb
     )
     ON CONFLICT (post_id, platform_comment_id) WHERE deleted_at IS NULL
     DO UPDATE SET
       edited_at = CASE WHEN c.removed_at IS NULL AND c.text <> excluded.text
         THEN excluded.fetched_at ELSE c.edited_at END,
       removed_at = NULL,
       text = excluded.text,
       author_id = coalesce(excluded.author_id, c.author_id),
       author_name = coalesce(excluded.author_name, c.author_name),
       like_count = coalesce(excluded.like_count, c.like_count),
       hidden = coalesce(excluded.hidden, c.hidden),
       thread_id = CASE WHEN excluded.parent_id <> c.parent_id
         OR (excluded.parent_id IS NOT NULL AND c.parent_id IS NULL)
         THEN NULL ELSE c.thread_id END,
       parent_id = coalesce(excluded.parent_id, c.parent_id),
       by_account = coalesce(excluded.by_account, c.by_account),
       fetched_at = excluded.fetched_at,
       extras = coalesce(excluded.extras, c.extras),
       updated_at = excluded.updated_at
     RETURNING post_id, (xmax = 0) AND commented_at > coalesce((
       SELECT comments_pruned_until FROM social_post WHERE id = c.post_id
     ), '-infinity') IS NOT FALSE AS is_new`,
    { now, rows: toJsonb(rows) }
  )
  const added = new Map<string, number>()
  for (const { post_id, is_new } of stored) {
    if (is_new) {
      added.set(post_id, (added.get(post_id) ?? 0) + 1)
    }
  }
  return added
}

/** A page can repeat a comment; one statement may touch a row only once. */
function uniqueById(comments: PlatformComment[]): PlatformComment[] {
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()]
}
