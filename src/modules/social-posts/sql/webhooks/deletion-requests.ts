import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../database"

export interface DeletionRequest {
  id: string
  confirmation_code: string
  status: "pending" | "done" | "failed"
  /** Accounts that are still to be deleted. */
  account_ids: string[]
  /** Accounts that were. */
  accounts: number
  requested_at: Date
  finished_at: Date | null
}

const COLUMNS = [
  "id",
  "confirmation_code",
  "status",
  "account_ids",
  "accounts",
  "requested_at",
  "finished_at",
]

/** The same demand again is the same row, locked until the transaction ends. */
export async function upsertDeletionRequest(
  trx: Knex,
  demand: { platform: string; person_hash: string; confirmation_code: string },
  now: Date
): Promise<DeletionRequest> {
  const [row] = await trx("social_deletion_request")
    .insert({
      id: generateEntityId(undefined, "sdel"),
      ...demand,
      requested_at: now,
      created_at: now,
      updated_at: now,
    })
    .onConflict(trx.raw("(person_hash) WHERE deleted_at IS NULL"))
    .merge({ updated_at: now })
    .returning(COLUMNS)
  return row
}

/** Notes what is to be deleted for a demand; it is done when that is nothing. */
export async function planDeletion(
  trx: Knex,
  id: string,
  accountIds: readonly string[],
  now: Date
): Promise<void> {
  const isDone = accountIds.length === 0
  await trx("social_deletion_request")
    .where({ id })
    .update({
      account_ids: [...accountIds],
      status: isDone ? "done" : "pending",
      finished_at: isDone ? now : null,
      updated_at: now,
    })
}

/** Demands that are not done yet, oldest first. */
export async function listOpenDeletions(
  knex: Knex
): Promise<DeletionRequest[]> {
  return knex("social_deletion_request")
    .whereNot({ status: "done" })
    .whereNull("deleted_at")
    .orderBy(["requested_at", "id"])
    .select(COLUMNS)
}

/** Notes that an account of a demand is deleted; the last one ends it. */
export async function noteDeleted(
  knex: Knex,
  id: string,
  accountId: string,
  now: Date
): Promise<void> {
  await knex.raw(
    `UPDATE social_deletion_request d SET
       account_ids = array_remove(d.account_ids, :accountId),
       accounts = d.accounts + 1,
       status = CASE WHEN cardinality(array_remove(d.account_ids, :accountId)) = 0
         THEN 'done' ELSE d.status END,
       finished_at = CASE
         WHEN cardinality(array_remove(d.account_ids, :accountId)) = 0
         THEN CAST(:now AS timestamptz) END,
       updated_at = :now
     WHERE d.id = :id AND :accountId = ANY(d.account_ids)`,
    { id, accountId, now }
  )
}

/** Notes that deleting did not work this time. */
export async function noteDeletionFailed(
  knex: Knex,
  id: string,
  now: Date
): Promise<void> {
  await knex("social_deletion_request")
    .where({ id })
    .whereNot({ status: "done" })
    .update({ status: "failed", updated_at: now })
}

export async function findDeletion(
  knex: Knex,
  code: string
): Promise<DeletionRequest | null> {
  const row = await knex("social_deletion_request")
    .where({ confirmation_code: code })
    .whereNull("deleted_at")
    .first(COLUMNS)
  return row ?? null
}
