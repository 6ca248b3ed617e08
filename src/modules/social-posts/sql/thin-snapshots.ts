import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "./database"

/** What stays of the history, in days of age. */
export interface ThinningRule {
  now: Date
  /** Every reading stays. */
  all_days: number
  /** The last reading of each day stays; after that, of each week. */
  daily_days: number
}

type Grain = "day" | "week"

/** A part of the history of which one reading per day or week stays. */
interface Stage {
  grain: Grain
  /** Where it was left. */
  from: Date
  to: Date
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Name of the setting that tells up to where the history is thinned. */
const PROGRESS = "history_thinned"

const neighbour = (side: ">" | "<") => `LATERAL (
  SELECT n.captured_at, n.definition_version FROM social_post_snapshot n
  WHERE n.post_id = s.post_id AND n.deleted_at IS NULL
    AND n.captured_at ${side} s.captured_at
  ORDER BY n.captured_at ${side === ">" ? "" : "DESC"} LIMIT 1
)`

/**
 * Readings followed by another of the same day or week, neither the first of
 * their post nor beside a change of definition.
 */
const THINNABLE = `social_post_snapshot s
  CROSS JOIN ${neighbour(">")} next
  CROSS JOIN ${neighbour("<")} earlier
  WHERE s.deleted_at IS NULL AND s.captured_at >= :from AND s.captured_at < :to
    AND date_trunc(:grain, s.captured_at, 'UTC')
      = date_trunc(:grain, next.captured_at, 'UTC')
    AND next.definition_version = s.definition_version
    AND earlier.definition_version = s.definition_version`

/** How many readings a rule would remove. */
export async function countThinnable(
  knex: Knex,
  rule: ThinningRule
): Promise<number> {
  let count = 0
  for (const stage of await stagesOf(knex, rule)) {
    const { rows } = await knex.raw(
      `SELECT count(*)::int AS count FROM ${THINNABLE}`,
      { ...stage }
    )
    count += rows[0].count
  }
  return count
}

/**
 * Removes up to so many readings, the oldest first, a day or a week of all
 * posts at a time. Returns how many it removed; fewer than asked for means that
 * nothing is left. Safe to repeat, and to run twice at the same time.
 */
export async function thinSnapshots(
  knex: Knex,
  rule: ThinningRule,
  limit: number
): Promise<number> {
  let removed = 0
  for (const { grain, from, to } of await stagesOf(knex, rule)) {
    let start = await nextReading(knex, grain, from, to)
    while (start && removed < limit) {
      const end = endOf(grain, start)
      const asked = limit - removed
      const gone = await removeSome(
        knex,
        { grain, from: start, to: end },
        asked
      )
      removed += gone
      if (gone === asked) {
        // There may be more of this day or week.
        return removed
      }
      start = await nextReading(knex, grain, end, to)
      await keepProgress(knex, grain, start ?? to, rule.now)
    }
  }
  return removed
}

async function removeSome(
  knex: Knex,
  stage: Stage,
  limit: number
): Promise<number> {
  const { rowCount } = await knex.raw(
    `DELETE FROM social_post_snapshot
     WHERE id IN (SELECT s.id FROM ${THINNABLE} LIMIT :limit)`,
    { ...stage, limit }
  )
  return rowCount
}

/** The day or week of the next reading; `null` when there is none. */
async function nextReading(
  knex: Knex,
  grain: Grain,
  from: Date,
  to: Date
): Promise<Date | null> {
  const { rows } = await knex.raw(
    `SELECT date_trunc(:grain, captured_at, 'UTC') AS start
     FROM social_post_snapshot
     WHERE deleted_at IS NULL AND captured_at >= :from AND captured_at < :to
     ORDER BY captured_at LIMIT 1`,
    { grain, from, to }
  )
  return rows[0]?.start ?? null
}

/** Whole weeks first, then whole days, each from where it was left. */
async function stagesOf(knex: Knex, rule: ThinningRule): Promise<Stage[]> {
  const { rows } = await knex.raw(
    `SELECT CAST(value ->> 'week' AS timestamptz) AS weeks_done,
       CAST(value ->> 'day' AS timestamptz) AS days_done,
       date_trunc('week', CAST(:weekly AS timestamptz), 'UTC') AS weekly,
       date_trunc('day', CAST(:daily AS timestamptz), 'UTC') AS daily
     FROM (SELECT 1) AS always
     LEFT JOIN social_setting ON name = :name AND deleted_at IS NULL`,
    {
      name: PROGRESS,
      daily: ago(rule, rule.all_days),
      weekly: ago(rule, Math.max(rule.all_days, rule.daily_days)),
    }
  )
  const { weeks_done, days_done, weekly, daily } = rows[0]
  const stages: Stage[] = [
    { grain: "week", from: weeks_done ?? new Date(0), to: weekly },
    { grain: "day", from: latest(days_done ?? weekly, weekly), to: daily },
  ]
  return stages.filter(({ from, to }) => from < to)
}

async function keepProgress(
  knex: Knex,
  grain: Grain,
  until: Date,
  now: Date
): Promise<void> {
  await knex.raw(
    `INSERT INTO social_setting (id, name, value, created_at, updated_at)
     VALUES (:id, :name, CAST(:value AS jsonb), :now, :now)
     ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
     SET value = social_setting.value || excluded.value, updated_at = :now`,
    {
      id: generateEntityId(undefined, "sset"),
      name: PROGRESS,
      value: JSON.stringify({ [grain]: until.toISOString() }),
      now,
    }
  )
}

const endOf = (grain: Grain, start: Date) =>
  new Date(start.getTime() + (grain === "day" ? 1 : 7) * DAY_MS)

const ago = ({ now }: ThinningRule, days: number) =>
  new Date(now.getTime() - days * DAY_MS)

const latest = (one: Date, other: Date) => (one > other ? one : other)
