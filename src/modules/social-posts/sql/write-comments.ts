import { generateEntityId } from "@medusajs/framework/utils"
import type { PlatformComment } from "../../../platform-kit"
import { insightsOf, type Knex, toJsonb } from "./database"

export interface CommentsWrite {
  post_id: string
  comments: PlatformComment[]
  /** More exist on the platform than one sync fetches. */
  capped: boolean
}

/** How many comments `insights.comments_data` shows. */
const COMMENTS_SHOWN = 100

/**
 * Stores comments of a batch of posts (new ones inserted, known ones brought
 * up to date) and renews what `insights` says of them: the newest 100, how
 * many were new, and whether there are more. Two statements for the batch.
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
  const posts = writes.map(({ post_id, capped }) => ({
    post_id,
    capped,
    added: added.get(post_id) ?? 0,
  }))
  await trx.raw(
    `UPDATE social_post p SET insights = (${insightsOf("p.insights")}) ||
       jsonb_build_object(
         'comments_new', w.added,
         'comments_capped', w.capped,
         'comments_synced_at', CAST(:now AS text),
         'comments_data', coalesce(newest.comments, '[]'::jsonb)
       )
     FROM jsonb_to_recordset(CAST(:posts AS jsonb))
       AS w(post_id text, capped boolean, added int)
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
         'id', c.platform_comment_id, 'parent_id', c.parent_id,
         'hidden', CASE WHEN c.hidden THEN true END
       )) || jsonb_build_object(
         'text', c.text,
         'from', CASE WHEN c.author_id IS NULL AND c.author_name IS NULL
           THEN NULL
           ELSE jsonb_build_object('id', c.author_id, 'name', c.author_name)
         END,
         'created_time', to_char(c.commented_at AT TIME ZONE 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'like_count', c.like_count
       ) ORDER BY c.commented_at DESC NULLS LAST, c.platform_comment_id DESC)
         AS comments
       FROM (
         SELECT * FROM social_comment
         WHERE post_id = w.post_id AND deleted_at IS NULL
         ORDER BY commented_at DESC NULLS LAST, platform_comment_id DESC
         LIMIT ${COMMENTS_SHOWN}
       ) c
     ) newest ON true
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
       text, like_count, hidden, commented_at, extras, created_at, updated_at
     )
     SELECT id, post_id, platform_comment_id, parent_id, author_id,
       author_name, text, like_count, hidden, commented_at, extras, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, post_id text, platform_comment_id text, parent_id text,
       author_id text, author_name text, text text,
       like_count double precision, hidden boolean, commented_at timestamptz,
       extras jsonb
     )
     ON CONFLICT (post_id, platform_comment_id) WHERE deleted_at IS NULL
     DO UPDATE SET
       text = excluded.text,
       author_id = coalesce(excluded.author_id, c.author_id),
       author_name = coalesce(excluded.author_name, c.author_name),
       like_count = coalesce(excluded.like_count, c.like_count),
       hidden = coalesce(excluded.hidden, c.hidden),
       parent_id = coalesce(excluded.parent_id, c.parent_id),
       updated_at = excluded.updated_at
     RETURNING post_id, (xmax = 0) AS inserted`,
    { now, rows: toJsonb(rows) }
  )
  const added = new Map<string, number>()
  for (const { post_id, inserted } of stored) {
    if (inserted) {
      added.set(post_id, (added.get(post_id) ?? 0) + 1)
    }
  }
  return added
}

/** A page can repeat a comment; one statement may touch a row only once. */
function uniqueById(comments: PlatformComment[]): PlatformComment[] {
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()]
}
