import { generateEntityId } from "@medusajs/framework/utils"
import { type Knex, toJsonb } from "../database"

export type RetentionTrigger = "scheduled" | "manual" | "command"

/** How much was removed, by platform (`store` for the plugin's books) and kind. */
export type RemovedCounts = Record<string, Record<string, number>>

/** One run of the rules. */
export interface RetentionRun {
  id: string
  trigger: RetentionTrigger
  dry_run: boolean
  removed: RemovedCounts
  started_at: Date
  /** `null` while it runs, and when its process died. */
  finished_at: Date | null
  error: string | null
}

const COLUMNS = [
  "id",
  "trigger",
  "dry_run",
  "removed",
  "started_at",
  "finished_at",
  "error",
]

/** Notes that a run begins. */
export async function beginRun(
  knex: Knex,
  run: Pick<RetentionRun, "trigger" | "dry_run" | "started_at">
): Promise<RetentionRun> {
  const begun = {
    id: generateEntityId(undefined, "sret"),
    ...run,
    removed: {},
    finished_at: null,
    error: null,
  }
  await knex("social_retention_run").insert({ ...begun, removed: "{}" })
  return begun
}

/**
 * Notes what a run removed. The job runs many times a day: of its runs without
 * anything to do only the first of a day stays in the log.
 */
export async function endRun(knex: Knex, run: RetentionRun): Promise<void> {
  const { id, removed, finished_at, error, started_at } = run
  const idle =
    run.trigger === "scheduled" &&
    error === null &&
    Object.keys(removed).length === 0
  if (idle) {
    const { rowCount } = await knex.raw(
      `DELETE FROM social_retention_run WHERE id = :id AND EXISTS (
         SELECT 1 FROM social_retention_run other
         WHERE other.id <> :id AND other.trigger = 'scheduled'
           AND other.finished_at IS NOT NULL
           AND other.started_at >= date_trunc('day', CAST(:started_at AS timestamptz), 'UTC')
           AND other.started_at <= :started_at
       )`,
      { id, started_at }
    )
    if (rowCount > 0) {
      return
    }
  }
  await knex("social_retention_run")
    .where({ id })
    .update({ removed: toJsonb(removed), finished_at, error })
}

/** The last runs, newest first. */
export async function listRuns(
  knex: Knex,
  limit: number
): Promise<RetentionRun[]> {
  return knex("social_retention_run")
    .whereNull("deleted_at")
    .orderBy([
      { column: "started_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(limit)
    .select(COLUMNS)
}
