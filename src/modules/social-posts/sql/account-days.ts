import { generateEntityId } from "@medusajs/framework/utils"
import {
  ACCOUNT_METRICS,
  type AccountAudience,
  type AccountMetricName,
  type AccountMetricValues,
  type AccountUnavailableReason,
} from "../../../platform-kit"
import { type Knex, toJsonb } from "./database"

/** Metrics with a column; the others are in `other_metrics`. */
export const DAY_COLUMNS: readonly AccountMetricName[] = [
  "followers",
  "following",
  "posts_count",
  "followers_gained",
  "followers_lost",
  "reach",
  "views",
  "impressions",
  "profile_views",
  "accounts_engaged",
  "interactions",
  "clicks",
]

/** What a reading says of one day. */
export interface DayWrite {
  day: string
  period_end: Date | null
  /** `null` when nothing was learned: the day was not read, for a reason. */
  captured_at: Date | null
  known: Partial<Record<AccountMetricName, number>>
  unavailable: Partial<Record<AccountMetricName, AccountUnavailableReason>>
  /** Metrics that the platform no longer has for the day. */
  withdrawn: readonly AccountMetricName[]
  breakdowns: Record<string, Record<string, number>> | null
  audience: AccountAudience | null
}

/** All known numbers of a row, as one object. */
const KNOWN = `(jsonb_strip_nulls(jsonb_build_object(${DAY_COLUMNS.map(
  (name) => `'${name}', s.${name}`
).join(", ")})) || coalesce(s.other_metrics, '{}'::jsonb))`

const columns = DAY_COLUMNS.join(", ")

/**
 * Writes days of one account in one statement. What is known stays unless the
 * platform withdraws it; what is not known has the newest reason.
 */
export async function writeDays(
  trx: Knex,
  accountId: string,
  days: readonly DayWrite[],
  now: Date
): Promise<void> {
  if (days.length === 0) {
    return
  }
  const rows = days.map((day) => ({
    id: generateEntityId(undefined, "sasnap"),
    ...day,
  }))
  const replaced = [
    ...DAY_COLUMNS,
    "period_end",
    "captured_at",
    "other_metrics",
    "unavailable",
    "breakdowns",
    "audience",
    "updated_at",
  ].map((name) => `${name} = excluded.${name}`)
  await trx.raw(
    `WITH merged AS (
       SELECT w.id, w.day,
         coalesce(w.period_end, s.period_end) AS period_end,
         coalesce(w.captured_at, s.captured_at, :now) AS captured_at,
         (${KNOWN} - w.withdrawn) || w.known AS known,
         coalesce(s.unavailable, '{}'::jsonb) || w.unavailable AS unavailable,
         coalesce(w.breakdowns, s.breakdowns) AS breakdowns,
         coalesce(w.audience, s.audience) AS audience
       FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
         id text, day text, period_end timestamptz, captured_at timestamptz,
         known jsonb, unavailable jsonb, withdrawn text[], breakdowns jsonb,
         audience jsonb
       )
       LEFT JOIN social_account_snapshot s ON s.account_id = :accountId
         AND s.day = w.day AND s.deleted_at IS NULL
     )
     INSERT INTO social_account_snapshot (
       id, account_id, day, period_end, captured_at, ${columns},
       other_metrics, unavailable, breakdowns, audience, definition_version,
       created_at, updated_at
     )
     SELECT id, :accountId, day, period_end, captured_at,
       ${DAY_COLUMNS.map((name) => `CAST(known->>'${name}' AS double precision)`).join(", ")},
       nullif(known - CAST(:columns AS text[]), '{}'::jsonb),
       nullif(unavailable
         - ARRAY(SELECT jsonb_object_keys(known)), '{}'::jsonb),
       breakdowns, audience, 1, :now, :now
     FROM merged ORDER BY day
     ON CONFLICT (account_id, day) WHERE deleted_at IS NULL
       DO UPDATE SET ${replaced.join(", ")}`,
    { accountId, now, rows: toJsonb(rows), columns: [...DAY_COLUMNS] }
  )
}

/** A day as it is kept. */
export interface DayRow {
  day: string
  period_end: Date | null
  captured_at: Date
  metrics: AccountMetricValues
  unavailable: Partial<Record<AccountMetricName, AccountUnavailableReason>>
}

/** The kept days of an account, oldest first, both ends included. */
export async function loadDays(
  knex: Knex,
  accountId: string,
  from: string,
  to: string
): Promise<DayRow[]> {
  const { rows } = await knex.raw(
    `SELECT s.day, s.period_end, s.captured_at, ${KNOWN} AS metrics,
       coalesce(s.unavailable, '{}'::jsonb) AS unavailable
     FROM social_account_snapshot s
     WHERE s.account_id = :accountId AND s.deleted_at IS NULL
       AND s.day BETWEEN :from AND :to
     ORDER BY s.day`,
    { accountId, from, to }
  )
  return rows
}

export type LatestValues = Partial<
  Record<AccountMetricName, { value: number; day: string }>
>

/** The newest known value of every metric. */
export async function loadLatestValues(
  knex: Knex,
  accountId: string
): Promise<LatestValues> {
  const { rows } = await knex.raw(
    `SELECT DISTINCT ON (known.key) known.key AS metric, s.day,
       CAST(known.value #>> '{}' AS double precision) AS value
     FROM social_account_snapshot s, jsonb_each(${KNOWN}) known
     WHERE s.account_id = :accountId AND s.deleted_at IS NULL
     ORDER BY known.key, s.day DESC`,
    { accountId }
  )
  const names: readonly string[] = ACCOUNT_METRICS
  return Object.fromEntries(
    rows.flatMap(
      ({
        metric,
        ...latest
      }: {
        metric: string
        value: number
        day: string
      }) => (names.includes(metric) ? [[metric, latest]] : [])
    )
  )
}

/** Who followed an account on the day it was asked last; `null` when never. */
export async function loadAudience(
  knex: Knex,
  accountId: string
): Promise<(AccountAudience & { day: string }) | null> {
  const row = await knex("social_account_snapshot")
    .where({ account_id: accountId, deleted_at: null })
    .whereNotNull("audience")
    .orderBy("day", "desc")
    .first("day", "audience")
  return row ? { day: row.day, ...row.audience } : null
}
