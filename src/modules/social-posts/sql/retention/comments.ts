import type { Removal } from "../../retention/removal"
import { newestComments } from "../comments-data"
import { type Knex, toJsonb } from "../database"
import { placeThreads } from "../place-threads"
import { IS_GONE, lockPosts } from "./posts-in-turn"

/** Posts whose comments are changed at once: each may have thousands. */
const POSTS = 20

/** When the platform gave a comment (`c`) last. */
const READ_AT = "coalesce(c.fetched_at, c.updated_at)"

/** A comment (`c`) below a post (`p`) that may not be kept. */
const IS_OVER = `coalesce(
  ${READ_AT} <= CAST(:comments_before AS timestamptz)
  OR (:comments_with_post AND ${IS_GONE}), false
)`

/** Somebody else's name on a comment that may be kept itself. */
const NAME_IS_OVER = `c.by_account IS NOT TRUE
  AND (c.author_id IS NOT NULL OR c.author_name IS NOT NULL)
  AND coalesce(
    ${READ_AT} <= CAST(:authors_before AS timestamptz)
    OR (:authors_with_post AND ${IS_GONE}), false
  )
  AND NOT ${IS_OVER}`

/** `comments_data` of earlier versions and other modules has no rows behind it. */
const DATA_IS_OVER = `CASE
  WHEN jsonb_typeof(p.insights -> 'comments_data') = 'array'
  THEN jsonb_array_length(p.insights -> 'comments_data') > 0
END AND coalesce(
  coalesce(p.insights ->> 'comments_synced_at', '')
    <= to_char(CAST(:comments_before AS timestamptz) AT TIME ZONE 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  OR (:comments_with_post AND ${IS_GONE}), false
)`

const anyComment = (condition: string) => `EXISTS (
  SELECT 1 FROM social_comment c WHERE c.post_id = p.id AND ${condition}
)`

const count =
  (condition: string): Removal["count"] =>
  async (knex, scope) => {
    const { rows } = await knex.raw(
      `SELECT CAST(count(*) AS int) AS count
       FROM social_comment c JOIN social_post p ON p.id = c.post_id
       WHERE p.platform = :platform AND ${condition}`,
      { ...scope }
    )
    return rows[0].count
  }

/** What was removed below one post. */
interface RemovedComments {
  post_id: string
  /** When the newest of them was written. */
  until: Date | null
  count: number
}

/** Comments whose time is over go, and with them what `insights` shows of them. */
export const commentRemoval: Removal = {
  kind: "comments",
  by: ["comments_before", "comments_with_post"],
  count: count(IS_OVER),
  remove: async (trx, scope, after) => {
    const condition = `${anyComment(IS_OVER)} OR ${DATA_IS_OVER}`
    const { ids, next } = await lockPosts(trx, scope, condition, after, POSTS)
    if (ids.length === 0) {
      return { removed: 0, next }
    }
    // A statement of its own: it sees what a sync wrote before the lock.
    const { rows } = await trx.raw(
      `WITH gone AS (
         DELETE FROM social_comment c USING social_post p
         WHERE c.post_id = p.id AND p.id = ANY(:ids) AND ${IS_OVER}
         RETURNING c.post_id, c.commented_at
       )
       SELECT post_id, max(commented_at) AS until, CAST(count(*) AS int) AS count
       FROM gone GROUP BY post_id`,
      { ...scope, ids }
    )
    const removed = rows as RemovedComments[]
    await placeThreads(trx, ids, "all")
    await renewData(trx, ids, removed)
    return {
      removed: removed.reduce((sum, { count: one }) => sum + one, 0),
      next,
    }
  },
}

/** Names are removed from comments that stay. */
export const authorRemoval: Removal = {
  kind: "comment_authors",
  by: ["authors_before", "authors_with_post"],
  count: count(NAME_IS_OVER),
  remove: async (trx, scope, after) => {
    const condition = anyComment(NAME_IS_OVER)
    const { ids, next } = await lockPosts(trx, scope, condition, after, POSTS)
    if (ids.length === 0) {
      return { removed: 0, next }
    }
    const { rows } = await trx.raw(
      // Nobody knows whether extras name the author.
      `UPDATE social_comment c SET
         author_id = NULL, author_name = NULL, extras = NULL
       FROM social_post p
       WHERE c.post_id = p.id AND p.id = ANY(:ids) AND ${NAME_IS_OVER}
       RETURNING c.id`,
      { ...scope, ids }
    )
    await renewData(trx, ids, [])
    return { removed: rows.length, next }
  },
}

/**
 * Brings `comments_data` of locked posts into line with the rows, and notes
 * until when comments were removed, so that they do not count as new when they
 * are read again. Their number is kept.
 */
async function renewData(
  trx: Knex,
  ids: readonly string[],
  removed: readonly RemovedComments[]
): Promise<void> {
  const until = new Map(removed.map((one) => [one.post_id, one.until]))
  const rows = ids.map((id) => ({ id, until: until.get(id) ?? null }))
  await trx.raw(
    `UPDATE social_post p SET
       insights = CASE WHEN jsonb_typeof(p.insights -> 'comments_data') = 'array'
         THEN p.insights || jsonb_build_object(
           'comments_data', coalesce(newest.comments, '[]'::jsonb))
         ELSE p.insights END,
       comments_pruned_until = greatest(p.comments_pruned_until, w.until)
     FROM jsonb_to_recordset(CAST(:rows AS jsonb))
       AS w(id text, until timestamptz)
     ${newestComments("w.id")}
     WHERE p.id = w.id`,
    { rows: toJsonb(rows) }
  )
}
