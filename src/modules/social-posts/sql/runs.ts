import { generateEntityId } from "@medusajs/framework/utils"
import type { SkipProblem, SyncScope, SyncTrigger } from "../types/sync"
import { type Knex, toJsonb } from "./database"

export interface RunRow {
  id: string
  trigger: SyncTrigger
  scope: SyncScope
  status: "running" | "success" | "partial" | "failed"
  total: number
  success: number
  partial: number
  failed: number
  skipped: number
  worker: string | null
}

export interface NewRun {
  trigger: SyncTrigger
  scope: SyncScope
  worker: string
  now: Date
  lease_until: Date
}

export async function insertRun(trx: Knex, run: NewRun): Promise<string> {
  const id = generateEntityId(undefined, "srun")
  await trx("social_sync_run").insert({
    id,
    trigger: run.trigger,
    scope: toJsonb(run.scope),
    status: "running",
    calls: "{}",
    problems: "[]",
    started_at: run.now,
    lease_until: run.lease_until,
    worker: run.worker,
    created_at: run.now,
    updated_at: run.now,
  })
  return id
}

export async function findRun(
  knex: Knex,
  runId: string
): Promise<RunRow | null> {
  const run = await knex("social_sync_run").where({ id: runId }).first()
  return run ?? null
}

/** Adds posts to a run: those that will be read, and those left out and why. */
export async function addToRun(
  trx: Knex,
  runId: string,
  {
    problems = [],
    ...posts
  }: { total: number; skipped: number; problems?: SkipProblem[] }
): Promise<void> {
  await trx.raw(
    `UPDATE social_sync_run
     SET total = total + :total, skipped = skipped + :skipped,
       problems = problems || CAST(:problems AS jsonb)
     WHERE id = :runId`,
    { runId, ...posts, problems: toJsonb(problems) }
  )
}

/**
 * Locks the run for a write and prolongs the lease; `false` when another
 * worker has taken the run over, whose writes must not be doubled.
 */
export async function holdRun(
  trx: Knex,
  runId: string,
  worker: string,
  leaseUntil: Date
): Promise<boolean> {
  const { rowCount } = await trx.raw(
    `UPDATE social_sync_run SET lease_until = :leaseUntil
     WHERE id = :runId AND worker = :worker AND status = 'running'`,
    { runId, worker, leaseUntil }
  )
  return rowCount === 1
}

export interface RunProgress {
  success: number
  partial: number
  failed: number
  calls: Record<string, number>
  problems: Record<string, unknown>[]
}

/** How many problems a run keeps; the counts tell the rest. */
const PROBLEMS_KEPT = 100

/** Adds what a batch brought, in the transaction that wrote the batch. */
export async function addProgress(
  trx: Knex,
  runId: string,
  progress: RunProgress,
  now: Date
): Promise<void> {
  await trx.raw(
    `UPDATE social_sync_run r SET
       success = r.success + :success,
       partial = r.partial + :partial,
       failed = r.failed + :failed,
       calls = (
         SELECT coalesce(jsonb_object_agg(platform, calls), '{}'::jsonb) FROM (
           SELECT key AS platform, sum(value::int) AS calls FROM (
             SELECT * FROM jsonb_each_text(r.calls)
             UNION ALL SELECT * FROM jsonb_each_text(CAST(:calls AS jsonb))
           ) entries GROUP BY key
         ) sums
       ),
       problems = CASE
         WHEN jsonb_array_length(r.problems) >= :kept THEN r.problems
         ELSE r.problems || CAST(:problems AS jsonb)
       END,
       updated_at = :now
     WHERE r.id = :runId`,
    {
      runId,
      now,
      kept: PROBLEMS_KEPT,
      success: progress.success,
      partial: progress.partial,
      failed: progress.failed,
      calls: toJsonb(progress.calls),
      problems: toJsonb(progress.problems.slice(0, PROBLEMS_KEPT)),
    }
  )
}

/**
 * Ends a run. Posts that are still claimed (their account was removed, say)
 * are let go and count as skipped, so that the numbers add up. `failure` says
 * why a run ended before its work was done.
 */
export async function finishRun(
  trx: Knex,
  runId: string,
  worker: string,
  now: Date,
  failure: string | null = null
): Promise<void> {
  await trx.raw(
    `UPDATE social_post SET claim_run_id = NULL WHERE claim_run_id = :runId
       AND EXISTS (
         SELECT 1 FROM social_sync_run WHERE id = :runId AND worker = :worker
       )`,
    { runId, worker }
  )
  await trx.raw(
    `UPDATE social_sync_run SET
       skipped = total - success - failed,
       status = CASE
         WHEN CAST(:failure AS text) IS NOT NULL THEN
           CASE WHEN success = 0 THEN 'failed' ELSE 'partial' END
         WHEN failed = 0 AND partial = 0 THEN 'success'
         WHEN success = 0 AND failed > 0 THEN 'failed'
         ELSE 'partial'
       END,
       problems = problems || CASE
         WHEN CAST(:failure AS text) IS NULL THEN '[]'::jsonb
         ELSE jsonb_build_array(jsonb_build_object(
           'status', 'failed', 'message', CAST(:failure AS text)
         )) END,
       finished_at = :now, lease_until = NULL, updated_at = :now
     WHERE id = :runId AND worker = :worker AND status = 'running'`,
    { runId, worker, now, failure }
  )
}

/**
 * Takes over the oldest run whose worker went silent, if there is one; each by
 * one process only. `except` are runs that were tried already.
 */
export async function takeOverRun(
  knex: Knex,
  worker: string,
  now: Date,
  leaseUntil: Date,
  except: readonly string[]
): Promise<string | null> {
  const { rows } = await knex.raw(
    `UPDATE social_sync_run SET worker = :worker, lease_until = :leaseUntil
     WHERE id IN (
       SELECT id FROM social_sync_run
       WHERE status = 'running' AND lease_until < :now
         AND NOT id = ANY(:except)
       ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    { worker, now, leaseUntil, except }
  )
  return rows[0]?.id ?? null
}
