import {
  CADENCE,
  LONGEST,
  OLDEST,
  SLOWEST_FACTOR,
} from "../insights/next-sync-at"
import type { Knex } from "./database"

/** What a merchant may set about an account; what is absent stays. */
export interface AccountSettings {
  username?: string
  status?: "active" | "paused"
  status_reason?: string | null
  sync_numbers?: boolean
  sync_comments?: boolean
  /** Cron expression; `null` follows the age of each post. */
  sync_schedule?: string | null
}

/**
 * Changes an account's settings. `false` when there is no such account, or when
 * neither its numbers nor its comments would be read any more.
 */
export async function changeAccount(
  trx: Knex,
  id: string,
  { sync_numbers, sync_comments, ...settings }: AccountSettings,
  now: Date
): Promise<boolean> {
  const changed = await trx("social_account")
    .where({ id })
    .whereNull("deleted_at")
    .whereRaw(
      "(coalesce(CAST(? AS boolean), sync_numbers) OR coalesce(CAST(? AS boolean), sync_comments))",
      [sync_numbers ?? null, sync_comments ?? null]
    )
    // Only what is connected can be paused or resumed.
    .modify((query) => {
      if (settings.status) {
        query.whereIn("status", ["active", "paused"])
      }
    })
    .update({ ...settings, sync_numbers, sync_comments, updated_at: now })
  return changed === 1
}

const interval = (milliseconds: number) =>
  `make_interval(secs => ${milliseconds / 1000})`

const ageBelow = (milliseconds: number) =>
  `coalesce(posted_at, :now) > CAST(:now AS timestamptz) - ${interval(milliseconds)}`

/** The cadence of `next-sync-at.ts`, counted from the last reading. */
const BY_AGE = `greatest(CAST(:now AS timestamptz),
  coalesce(last_synced_at, :now) + least(${interval(LONGEST)},
    (CASE ${CADENCE.map(
      ({ youngerThan, every }) =>
        `WHEN ${ageBelow(youngerThan)} THEN ${interval(every)}`
    ).join(" ")} END)
      * least(${SLOWEST_FACTOR}, power(2, least(unchanged_readings, 10)))))`

/** A schedule an account is about to get. */
export interface NewSchedule {
  /** `null` follows the age of each post. */
  cron: string | null
  /** Its next run. */
  next_run: Date | null
}

/**
 * Plans the next readings of an account's posts anew, when it is about to get
 * another schedule. Posts that were never read keep an earlier time; those that
 * are read on demand only, or are to be asked a second time whether they are
 * gone, are left alone.
 */
export async function planPosts(
  trx: Knex,
  accountId: string,
  { cron, next_run }: NewSchedule,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_post SET
       next_sync_at = CASE WHEN sync_status IS NULL
         THEN least(next_sync_at, coalesce(:next_run, ${BY_AGE}))
         ELSE coalesce(:next_run, ${BY_AGE}) END,
       updated_at = :now
     WHERE account_id = :accountId AND status = 'posted'
       AND deleted_at IS NULL AND gone_since IS NULL
       AND ${ageBelow(OLDEST)}
       AND EXISTS (
         SELECT 1 FROM social_account a WHERE a.id = :accountId
           AND a.sync_schedule IS DISTINCT FROM CAST(:cron AS text)
       )`,
    { accountId, cron, next_run, now }
  )
}
