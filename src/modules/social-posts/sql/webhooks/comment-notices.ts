import type { CommentNotice } from "../../webhooks/coalesce"
import { isStale } from "../../webhooks/is-stale"
import { newestComments } from "../comments-data"
import { type Knex, toJsonb } from "../database"
import { placeThreads } from "../place-threads"

/** The rows a notice is about. */
interface NoticedRows {
  post_id: string
  /** Row of the comment, when it is stored. */
  row_id: string | null
}

type FoundNotice = CommentNotice & NoticedRows

interface FoundRow extends NoticedRows {
  /** Which of the notices. */
  index: number
  /** The newest that is known of the comment. */
  known_at: Date | null
}

/**
 * Applies notices of comments: what is gone is blanked at once, what is hidden
 * marked, and their posts are read soon. Notices of what is not here, and those
 * that are older than what is known, change nothing.
 */
export async function applyCommentNotices(
  trx: Knex,
  notices: readonly CommentNotice[],
  { now, soon }: { now: Date; soon: Date }
): Promise<void> {
  const found = await findNoticed(trx, notices)
  if (found.length === 0) {
    return
  }
  const postIds = [...new Set(found.map(({ post_id }) => post_id))].sort()
  const marked = found.filter(
    ({ row_id, verb }) =>
      row_id !== null && verb !== "added" && verb !== "edited"
  )
  if (marked.length > 0) {
    await markComments(trx, marked, now)
    const changed = [...new Set(marked.map(({ post_id }) => post_id))].sort()
    await placeThreads(trx, changed, "all")
    await renewCommentsData(trx, changed)
  }
  await makeCommentsDue(trx, postIds, now, soon)
}

async function findNoticed(
  trx: Knex,
  notices: readonly CommentNotice[]
): Promise<FoundNotice[]> {
  const rows = notices.map(
    (
      { platform, account_external_id, platform_post_id, comment_id },
      index
    ) => ({
      index,
      platform,
      account: account_external_id,
      post: platform_post_id,
      comment: comment_id,
    })
  )
  const { rows: found } = await trx.raw(
    `SELECT n.index, p.id AS post_id, c.id AS row_id,
       greatest(c.fetched_at, c.removed_at, c.noticed_at) AS known_at
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS n(
       index int, platform text, account text, post text, comment text
     )
     JOIN social_account a ON a.platform = n.platform
       AND a.external_id = n.account AND a.deleted_at IS NULL
     JOIN LATERAL (
       SELECT id FROM social_post
       WHERE account_id = a.id AND platform_post_id = n.post
         AND status = 'posted' AND deleted_at IS NULL
       UNION ALL
       SELECT o.id FROM social_post o JOIN social_comment oc
         ON oc.post_id = o.id AND oc.platform_comment_id = n.comment
           AND oc.deleted_at IS NULL
       WHERE n.post IS NULL AND o.account_id = a.id
         AND o.status = 'posted' AND o.deleted_at IS NULL
     ) p ON true
     LEFT JOIN social_comment c ON c.post_id = p.id
       AND c.platform_comment_id = n.comment AND c.deleted_at IS NULL`,
    { rows: toJsonb(rows) }
  )
  return (found as FoundRow[]).flatMap(({ index, known_at, ...ids }) => {
    const notice = notices[index]
    return notice && !isStale(notice.at, known_at)
      ? [{ ...notice, ...ids }]
      : []
  })
}

/** As a reading would that does not meet them any more, or meets them hidden. */
async function markComments(
  trx: Knex,
  marked: readonly FoundNotice[],
  now: Date
): Promise<void> {
  const rows = marked.map(({ row_id, verb, at }) => ({ id: row_id, verb, at }))
  await trx.raw(
    `UPDATE social_comment c SET
       removed_at = CASE WHEN gone THEN coalesce(c.removed_at, w.at)
         ELSE c.removed_at END,
       text = CASE WHEN gone THEN NULL ELSE c.text END,
       author_id = CASE WHEN gone THEN NULL ELSE c.author_id END,
       author_name = CASE WHEN gone THEN NULL ELSE c.author_name END,
       extras = CASE WHEN gone THEN NULL ELSE c.extras END,
       hidden = CASE w.verb WHEN 'hidden' THEN true WHEN 'unhidden' THEN false
         ELSE c.hidden END,
       noticed_at = w.at, updated_at = :now
     FROM (
       SELECT *, verb = 'removed' AS gone
       FROM jsonb_to_recordset(CAST(:rows AS jsonb))
         AS w(id text, verb text, at timestamptz)
     ) w
     WHERE c.id = w.id`,
    { now, rows: toJsonb(rows) }
  )
}

/** What `insights` shows of the comments, where it shows any. */
async function renewCommentsData(
  trx: Knex,
  ids: readonly string[]
): Promise<void> {
  await trx.raw(
    `UPDATE social_post p SET insights = p.insights || jsonb_build_object(
       'comments_data', coalesce(newest.comments, '[]'::jsonb))
     FROM unnest(CAST(:ids AS text[])) AS w(id)
     ${newestComments("w.id")}
     WHERE p.id = w.id
       AND jsonb_typeof(p.insights -> 'comments_data') = 'array'`,
    { ids }
  )
}

/**
 * Has comments read soon. The time is not put off by the next notice, so that
 * a post everybody talks about is read once a minute.
 */
async function makeCommentsDue(
  trx: Knex,
  ids: readonly string[],
  now: Date,
  soon: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_post p SET comments_due_at = :now,
       next_sync_at = least(p.next_sync_at, :soon), updated_at = :now
     FROM social_account a
     WHERE p.id = ANY(:ids) AND a.id = p.account_id AND a.sync_comments
       AND a.status <> 'disconnected'`,
    { ids, now, soon }
  )
}
