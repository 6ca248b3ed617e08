import { generateEntityId } from "@medusajs/framework/utils"
import type { ListedRow } from "../imports/listed-row"
import type { ImportRow } from "../types/imports"
import { type Knex, toJsonb } from "./database"

type Walk = Pick<ImportRow, "id" | "account_id" | "platform">

const LISTED_COLUMNS = `platform_post_id text, permalink text, caption text,
  media_type text, media_product_type text, media jsonb, hashtags text[],
  mentions text[], posted_at timestamptz, expires_at timestamptz`

/** A post that was found. */
export interface ListedNew extends ListedRow {
  /** Its numbers are written too, under the walk's claim. */
  claimed: boolean
}

/** Somebody else stored one of the posts in this very moment. */
export class PostsCollidedError extends Error {}

/** Numbers may come on a later page; without, the post is read by then. */
const PATIENCE_MS = 15 * 60 * 1000

/**
 * Stores posts that were found. Gives their ids by the platform's.
 * @throws PostsCollidedError when a post was stored meanwhile
 */
export async function insertImported(
  trx: Knex,
  walk: Walk,
  posts: readonly ListedNew[],
  now: Date
): Promise<Map<string, string>> {
  const rows = posts.map((post) => ({
    ...post,
    id: generateEntityId(undefined, "spost"),
  }))
  const { rows: stored } = await trx.raw(
    `INSERT INTO social_post (
       id, account_id, platform, platform_post_id, origin, status, permalink,
       caption, media_type, media_product_type, media, hashtags, mentions,
       posted_at, expires_at, listed_at, listed_by, next_sync_at,
       unchanged_readings, claim_run_id, created_at, updated_at
     )
     SELECT w.id, :account_id, :platform, w.platform_post_id, 'imported',
       'posted', w.permalink, w.caption, w.media_type, w.media_product_type,
       w.media, w.hashtags, w.mentions, w.posted_at, w.expires_at, :now,
       :importId, :due, 0, CASE WHEN w.claimed THEN :importId END, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, claimed boolean, ${LISTED_COLUMNS}
     )
     ORDER BY w.platform_post_id
     ON CONFLICT (account_id, platform_post_id)
       WHERE platform_post_id IS NOT NULL AND deleted_at IS NULL DO NOTHING
     RETURNING id, platform_post_id`,
    {
      ...bindingsOf(walk, now),
      due: new Date(now.getTime() + PATIENCE_MS),
      rows: toJsonb(rows),
    }
  )
  if (stored.length < posts.length) {
    throw new PostsCollidedError("A post was stored by somebody else.")
  }
  return new Map(
    stored.map((row: { id: string; platform_post_id: string }) => [
      row.platform_post_id,
      row.id,
    ])
  )
}

/** A stored post that the list shows. */
export interface ListedKnown extends ListedNew {
  id: string
  /** Its number of comments is another one than was stored. */
  comments_changed: boolean
}

/**
 * Notes what a list tells of stored posts. What a merchant wrote stays; a draft
 * that is live is a draft no more, what was put away stays away. The id becomes
 * the one the list has, unless another post has it. Gives the ids they have now.
 */
export async function touchListed(
  trx: Knex,
  walk: Walk,
  posts: readonly ListedKnown[],
  now: Date
): Promise<Map<string, string>> {
  const { rows } = await trx.raw(
    `UPDATE social_post p SET
       status = CASE WHEN p.status IN ('posted', 'archived')
         THEN p.status ELSE 'posted' END,
       platform_post_id = CASE
         WHEN p.platform_post_id IS DISTINCT FROM w.platform_post_id
           AND EXISTS (
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
       mentions = coalesce(p.mentions, w.mentions),
       content_removed_at = CASE WHEN w.caption IS NULL AND w.media IS NULL
         THEN p.content_removed_at END,
       posted_at = coalesce(p.posted_at, w.posted_at),
       expires_at = coalesce(w.expires_at, p.expires_at),
       gone_since = NULL,
       listed_at = :now,
       listed_by = :importId,
       next_sync_at = CASE WHEN p.status NOT IN ('posted', 'archived')
         THEN :now ELSE p.next_sync_at END,
       comments_due_at = CASE WHEN w.comments_changed
         THEN coalesce(p.comments_due_at, :now) ELSE p.comments_due_at END,
       claim_run_id = CASE WHEN w.claimed THEN :importId ELSE p.claim_run_id END,
       updated_at = :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, claimed boolean, comments_changed boolean, ${LISTED_COLUMNS}
     )
     WHERE p.id = w.id AND p.account_id = :account_id AND p.platform = :platform
     RETURNING p.id, p.platform_post_id`,
    { ...bindingsOf(walk, now), rows: toJsonb(posts) }
  )
  return new Map(
    rows.map((row: { id: string; platform_post_id: string }) => [
      row.id,
      row.platform_post_id,
    ])
  )
}

/** Posts whose numbers did not come with the list are read by the next sync. */
export async function makeUnreadDue(
  trx: Knex,
  { id, account_id }: Pick<ImportRow, "id" | "account_id">,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_post SET next_sync_at = :now
     WHERE account_id = :account_id AND listed_by = :id
       AND status = 'posted' AND last_synced_at IS NULL
       AND origin = 'imported' AND deleted_at IS NULL
       AND (expires_at IS NULL OR expires_at > :now)`,
    { id, account_id, now }
  )
}

/**
 * Takes back that a walk saw its posts: it left some out between them and what
 * was known, and the next walk for new posts must not end at the newer side.
 */
export async function reopenWalk(
  trx: Knex,
  { id, account_id }: Pick<ImportRow, "id" | "account_id">
): Promise<void> {
  await trx("social_post")
    .where({ account_id, listed_by: id })
    .update({ listed_by: null })
}

/** Stories that ended while nobody looked are not due any more. */
export async function retireStories(
  trx: Knex,
  { account_id }: Pick<ImportRow, "account_id">,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_post SET next_sync_at = NULL
     WHERE account_id = :account_id AND expires_at <= :now
       AND next_sync_at IS NOT NULL`,
    { account_id, now }
  )
}

const bindingsOf = ({ id, account_id, platform }: Walk, now: Date) => ({
  importId: id,
  account_id,
  platform,
  now,
})
