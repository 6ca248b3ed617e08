import type { CommentNotice, PostNotice } from "../../webhooks/coalesce"
import { type Knex, toJsonb } from "../database"

interface Times {
  now: Date
  /** When what is due is read. */
  soon: Date
}

const rowsOf = (notices: readonly PostNotice[], now: Date) =>
  toJsonb(
    notices.map(({ platform, account_external_id, platform_post_id, at }) => ({
      platform,
      account: account_external_id,
      post: platform_post_id,
      at: at < now ? at : now,
    }))
  )

/**
 * Applies notices of posts. One that is said to be gone is asked for, and
 * believed to be gone only when the platform confirms it; a changed one is read;
 * an unknown one is looked for in the account's list.
 */
export async function applyPostNotices(
  trx: Knex,
  notices: readonly PostNotice[],
  times: Times
): Promise<void> {
  const of = (...verbs: string[]) =>
    notices.filter(({ verb }) => verbs.includes(verb))
  await readSoon(trx, of("removed"), true, times)
  await readSoon(trx, of("edited"), false, times)
  await importSoon(trx, of("added", "edited"), times)
}

/** What was read later than the notice is known better. */
async function readSoon(
  trx: Knex,
  notices: readonly PostNotice[],
  gone: boolean,
  { now, soon }: Times
): Promise<void> {
  if (notices.length === 0) {
    return
  }
  await trx.raw(
    `UPDATE social_post p SET
       gone_since = CASE WHEN :gone THEN coalesce(p.gone_since, n.at)
         ELSE p.gone_since END,
       next_sync_at = least(p.next_sync_at, :soon), updated_at = :now
     FROM social_account a, jsonb_to_recordset(CAST(:rows AS jsonb)) AS n(
       platform text, account text, post text, at timestamptz
     )
     WHERE a.platform = n.platform AND a.external_id = n.account
       AND a.deleted_at IS NULL AND p.account_id = a.id
       AND p.platform_post_id = n.post AND p.deleted_at IS NULL
       AND p.status = 'posted'
       AND coalesce(p.last_synced_at < n.at + interval '1 second', true)`,
    { rows: rowsOf(notices, now), gone, now, soon }
  )
}

/** Accounts that are never imported by themselves stay so. */
async function importSoon(
  trx: Knex,
  notices: readonly PostNotice[],
  { now, soon }: Times
): Promise<void> {
  if (notices.length === 0) {
    return
  }
  await trx.raw(
    `UPDATE social_account a
     SET next_import_at = least(a.next_import_at, :soon), updated_at = :now
     WHERE a.next_import_at > :soon AND a.deleted_at IS NULL
       AND EXISTS (
         SELECT FROM jsonb_to_recordset(CAST(:rows AS jsonb))
           AS n(platform text, account text, post text)
         WHERE n.platform = a.platform AND n.account = a.external_id
           AND NOT EXISTS (
             SELECT FROM social_post p
             WHERE p.account_id = a.id AND p.platform_post_id = n.post
               AND p.deleted_at IS NULL
           )
       )`,
    { rows: rowsOf(notices, now), now, soon }
  )
}

/** Posts of this age are talked about. */
const TALKED_ABOUT_DAYS = 7

/**
 * An account has new comments, and nobody says below which post: its numbers
 * tell when its younger posts are read.
 */
export async function readYoungPosts(
  trx: Knex,
  notices: readonly CommentNotice[],
  { now, soon }: Times
): Promise<void> {
  const rows = notices.map(({ platform, account_external_id }) => ({
    platform,
    account: account_external_id,
  }))
  if (rows.length === 0) {
    return
  }
  await trx.raw(
    `UPDATE social_post p
     SET next_sync_at = least(p.next_sync_at, :soon), updated_at = :now
     FROM social_account a
     WHERE (a.platform, a.external_id) IN (
         SELECT platform, account
         FROM jsonb_to_recordset(CAST(:rows AS jsonb))
           AS n(platform text, account text)
       )
       AND a.deleted_at IS NULL AND a.sync_comments AND p.account_id = a.id
       AND p.deleted_at IS NULL AND p.status = 'posted'
       AND p.posted_at > CAST(:now AS timestamptz)
         - make_interval(days => ${TALKED_ABOUT_DAYS})
       AND (p.next_sync_at IS NULL OR p.next_sync_at > :soon)`,
    { rows: toJsonb(rows), now, soon }
  )
}
