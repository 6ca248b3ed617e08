import { generateEntityId } from "@medusajs/framework/utils"
import type {
  ImportKind,
  ImportProblem,
  ImportRow,
  ImportTrigger,
} from "../types/imports"
import { type Knex, toJsonb } from "./database"

export interface NewImport {
  account_id: string
  platform: string
  trigger: ImportTrigger
  kind: ImportKind
  since: Date | null
  limit: number | null
  worker: string
  lease_until: Date
  now: Date
}

/** @throws a double when one of the kind is running for the account */
export async function insertImport(
  trx: Knex,
  { now, ...row }: NewImport
): Promise<string> {
  const id = generateEntityId(undefined, "simp")
  await trx("social_import").insert({
    ...row,
    id,
    status: "running",
    problems: "[]",
    started_at: now,
    created_at: now,
    updated_at: now,
  })
  return id
}

/** The walk through an account's posts that is going on; `null` when none is. */
export async function findRunningImport(
  knex: Knex,
  accountId: string
): Promise<string | null> {
  const row = await knex("social_import")
    .where({ account_id: accountId, status: "running", deleted_at: null })
    .whereIn("kind", ["full", "new"])
    .first("id")
  return row?.id ?? null
}

/** A walk with what its account has become since the walk began. */
export interface HeldImport extends ImportRow {
  account_status: string
  account_status_reason: string | null
}

/**
 * Locks a walk for a write and prolongs its lease; `null` when it has ended or
 * another worker has it, whose writes must not be doubled.
 */
export async function holdImport(
  trx: Knex,
  id: string,
  worker: string,
  leaseUntil: Date
): Promise<HeldImport | null> {
  const { rows } = await trx.raw(
    `UPDATE social_import i SET lease_until = :leaseUntil
     FROM social_account a
     WHERE i.id = :id AND i.worker = :worker AND i.status = 'running'
       AND a.id = i.account_id
     RETURNING i.*, a.imported_since, a.status AS account_status,
       a.status_reason AS account_status_reason`,
    { id, worker, leaseUntil }
  )
  return rows[0] ?? null
}

/** Place and counts of a walk after a page. */
export interface ImportProgress {
  cursor: string | null
  pages: number
  found: number
  created: number
  updated: number
  calls: number
  oldest_posted_at: Date | null
  problems: ImportProblem[]
}

/** Moves a walk on, in the transaction that wrote the page. */
export async function writeProgress(
  trx: Knex,
  id: string,
  { problems, ...progress }: ImportProgress,
  now: Date
): Promise<void> {
  await trx("social_import")
    .where({ id })
    .update({
      ...progress,
      problems: toJsonb(problems),
      updated_at: now,
    })
}

/** Lets a walk rest: any process goes on with it from then on. */
export async function parkImport(
  trx: Knex,
  id: string,
  resumeAt: Date
): Promise<void> {
  await trx("social_import")
    .where({ id })
    .update({ resume_at: resumeAt, lease_until: null, worker: null })
}

export async function endImport(
  trx: Knex,
  id: string,
  end: { status: ImportRow["status"]; missing: number },
  now: Date
): Promise<void> {
  await trx("social_import")
    .where({ id })
    .update({
      ...end,
      cursor: null,
      finished_at: now,
      resume_at: null,
      lease_until: null,
      updated_at: now,
    })
}

/**
 * Takes over the oldest walk whose worker went silent, or whose time to go on
 * has come; each by one process only. `except` were tried already.
 */
export async function takeOverImport(
  knex: Knex,
  worker: string,
  now: Date,
  leaseUntil: Date,
  except: readonly string[]
): Promise<string | null> {
  const { rows } = await knex.raw(
    `UPDATE social_import SET worker = :worker, lease_until = :leaseUntil,
       resume_at = NULL
     WHERE id IN (
       SELECT id FROM social_import
       WHERE status = 'running' AND deleted_at IS NULL
         AND (lease_until < :now OR resume_at <= :now)
         AND NOT id = ANY(:except)
       ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    { worker, now, leaseUntil, except }
  )
  return rows[0]?.id ?? null
}

/** Stories are looked for often; of walks that brought no trouble one tells enough. */
export async function forgetEarlierStoryImports(
  trx: Knex,
  accountId: string,
  id: string
): Promise<void> {
  await trx("social_import")
    .where({ account_id: accountId, kind: "stories", status: "success" })
    .whereNot({ id })
    .delete()
}
