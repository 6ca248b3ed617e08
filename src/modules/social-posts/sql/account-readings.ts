import type { BudgetState, MetricVerdict } from "../../../platform-kit"
import type { RecordedDay } from "../record/plan-reading"
import { type DayWrite, writeDays } from "./account-days"
import { writeBudgets } from "./budgets"
import type { Knex } from "./database"
import { writeVerdicts } from "./verdicts"

/** The right to read one account's own numbers, until `until`. */
export interface ReadingLease {
  account_id: string
  /** Stands in `next_insights_at` meanwhile: afterwards somebody else may. */
  until: Date
}

/** Somebody else reads the account now, or it is gone. */
export class LeaseLostError extends Error {}

/**
 * Takes over one account whose time has come, in one statement, so that two
 * processes never take the same. A process that dies leaves it due again.
 */
export async function claimDueReading(
  knex: Knex,
  platforms: readonly string[],
  now: Date,
  until: Date
): Promise<ReadingLease | null> {
  const { rows } = await knex.raw(
    `UPDATE social_account SET next_insights_at = :until
     WHERE id IN (
       SELECT id FROM social_account
       WHERE (next_insights_at IS NULL OR next_insights_at <= :now)
         AND status <> 'disconnected' AND platform = ANY(:platforms)
         AND deleted_at IS NULL
       ORDER BY next_insights_at NULLS FIRST, id
       LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    { platforms, now, until }
  )
  return rows[0] ? { account_id: rows[0].id, until } : null
}

export interface ClaimTimes {
  now: Date
  until: Date
  /** Accounts that were read since are left alone; `null`: none are. */
  fresh_after: Date | null
}

/**
 * Takes over one account whether its time has come or not, but not from
 * somebody who reads it: a time as near as a lease is one.
 */
export async function claimReading(
  knex: Knex,
  accountId: string,
  { now, until, fresh_after }: ClaimTimes
): Promise<ReadingLease | null> {
  const { rowCount } = await knex.raw(
    `UPDATE social_account SET next_insights_at = :until
     WHERE id = :accountId AND deleted_at IS NULL
       AND (next_insights_at IS NULL OR next_insights_at <= :now
         OR next_insights_at > :until)
       AND (last_insights_at IS NULL
         OR CAST(:fresh_after AS timestamptz) IS NULL
         OR last_insights_at <= :fresh_after)`,
    { accountId, now, until, fresh_after }
  )
  return rowCount === 1 ? { account_id: accountId, until } : null
}

/** What is known about an account's record before it is read. */
export interface RecordState {
  /** From the first day of the platform's own history on. */
  days: RecordedDay[]
  /** Newest day of all; `null` when there is none. */
  last_day: string | null
  /** Newest day on which the audience was asked. */
  audience_day: string | null
}

export async function loadRecordState(
  knex: Knex,
  accountId: string,
  since: string
): Promise<RecordState> {
  const { rows } = await knex.raw(
    `SELECT day, captured_at,
       ARRAY(SELECT DISTINCT value FROM jsonb_each_text(
         coalesce(unavailable, '{}'::jsonb)) ORDER BY value) AS reasons
     FROM social_account_snapshot
     WHERE account_id = :accountId AND deleted_at IS NULL AND day >= :since`,
    { accountId, since }
  )
  const { rows: bounds } = await knex.raw(
    `SELECT max(day) AS last_day,
       max(day) FILTER (WHERE audience IS NOT NULL) AS audience_day
     FROM social_account_snapshot
     WHERE account_id = :accountId AND deleted_at IS NULL`,
    { accountId }
  )
  return { days: rows, ...bounds[0] }
}

export interface ReadingPage {
  days: readonly DayWrite[]
  verdicts: readonly MetricVerdict[]
  budgets: readonly BudgetState[]
}

/**
 * Writes a page of a reading, what was learned with it, and prolongs the lease.
 * Safe to repeat.
 * @throws LeaseLostError when somebody else has the account by now
 */
export async function writeReadingPage(
  knex: Knex,
  lease: ReadingLease,
  page: ReadingPage,
  now: Date,
  until: Date
): Promise<void> {
  await knex.transaction(async (trx) => {
    const { rowCount } = await trx.raw(
      `UPDATE social_account SET next_insights_at = :until
       WHERE id = :account_id AND next_insights_at IN (:held, :until)
         AND deleted_at IS NULL`,
      { account_id: lease.account_id, held: lease.until, until }
    )
    if (rowCount !== 1) {
      throw new LeaseLostError(`Account ${lease.account_id} was taken over.`)
    }
    await writeDays(trx, lease.account_id, page.days, now)
    await writeVerdicts(trx, page.verdicts, now)
    await writeBudgets(trx, page.budgets, now)
  })
  lease.until = until
}

/** Ends a reading: when the next one is due, and what was wrong with this. */
export async function finishReading(
  trx: Knex,
  lease: ReadingLease,
  end: {
    next_at: Date
    read: boolean
    followers: number | null
    error: string | null
  },
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_account SET next_insights_at = :next_at,
       last_insights_at = CASE WHEN :read THEN :now ELSE last_insights_at END,
       followers_count = coalesce(:followers, followers_count),
       insights_error = :error, updated_at = :now
     WHERE id = :account_id AND next_insights_at = :held`,
    { ...end, now, account_id: lease.account_id, held: lease.until }
  )
}

/** A new token may have the permission whose absence was recorded. */
export async function retryRefusedDays(
  trx: Knex,
  accountId: string,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_account_snapshot SET updated_at = :now,
       unavailable = CAST(replace(
         CAST(unavailable AS text), '"not_permitted"', '"not_read"') AS jsonb)
     WHERE account_id = :accountId AND deleted_at IS NULL
       AND CAST(unavailable AS text) LIKE '%"not_permitted"%'`,
    { accountId, now }
  )
}
