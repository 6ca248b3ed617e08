import { groupBy } from "../../../platform-kit"
import { placeComments, type PlacedComment } from "../insights/place-comments"
import { type Knex, toJsonb } from "./database"

interface CommentRow extends PlacedComment {
  post_id: string
  thread_id: string | null
}

/**
 * Writes down below which comment on the post each of its comments hangs.
 * `new` looks at posts alone that have comments without a place; `all` is for
 * comments that lost the one they answered. Done here and not by a recursive
 * query, which takes minutes when the planner's statistics lag behind.
 */
export async function placeThreads(
  trx: Knex,
  postIds: readonly string[],
  which: "new" | "all"
): Promise<void> {
  const { rows } = await trx.raw(
    `SELECT id, post_id, platform_comment_id, parent_id, thread_id
     FROM social_comment
     WHERE post_id = ANY(:postIds) AND deleted_at IS NULL
       AND (:all OR post_id IN (
         SELECT post_id FROM social_comment
         WHERE post_id = ANY(:postIds) AND deleted_at IS NULL
           AND thread_id IS NULL
       ))
     ORDER BY post_id, commented_at NULLS LAST, id`,
    { postIds, all: which === "all" }
  )
  const byPost = groupBy(rows as CommentRow[], ({ post_id }) => post_id)
  const moved = [...byPost.values()].flatMap(findMoved)
  if (moved.length > 0) {
    await trx.raw(
      `UPDATE social_comment c SET thread_id = w.thread_id
       FROM jsonb_to_recordset(CAST(:rows AS jsonb))
         AS w(id text, thread_id text)
       WHERE c.id = w.id`,
      { rows: toJsonb(moved) }
    )
  }
  await judgeThreads(trx, postIds)
}

function findMoved(
  comments: CommentRow[]
): { id: string; thread_id: string }[] {
  return [...placeComments(comments)].flatMap(([root, replies]) =>
    [root, ...replies]
      .filter(({ thread_id }) => thread_id !== root.id)
      .map(({ id }) => ({ id, thread_id: root.id }))
  )
}

/**
 * Decides which threads wait for an answer: those whose newest visible comment
 * is somebody else's. Without a visible one nothing is to be answered; whose it
 * is can be unknown.
 */
export async function judgeThreads(
  trx: Knex,
  postIds: readonly string[]
): Promise<void> {
  await trx.raw(
    `UPDATE social_comment c SET unanswered = judged.unanswered
     FROM (
       SELECT root.id, CASE WHEN root.thread_id <> root.id THEN NULL
         WHEN newest.is_there IS NULL THEN false
         ELSE NOT newest.by_account END AS unanswered
       FROM social_comment root LEFT JOIN LATERAL (
         SELECT by_account, true AS is_there FROM social_comment
         WHERE thread_id = root.id AND deleted_at IS NULL
           AND removed_at IS NULL AND hidden IS NOT TRUE
         ORDER BY commented_at DESC NULLS LAST, platform_comment_id DESC
         LIMIT 1
       ) newest ON root.thread_id = root.id
       WHERE root.post_id = ANY(:postIds) AND root.deleted_at IS NULL
     ) judged
     WHERE c.id = judged.id
       AND c.unanswered IS DISTINCT FROM judged.unanswered`,
    { postIds }
  )
}
