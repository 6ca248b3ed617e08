import { generateEntityId } from "@medusajs/framework/utils"
import type { BudgetState } from "../../../platform-kit"
import { type Knex, toJsonb } from "./database"

/** Usage of the limits as all processes saw it last. */
export async function loadBudgets(knex: Knex): Promise<BudgetState[]> {
  const { rows } = await knex.raw(
    `SELECT bucket, scope, used, resets_at, parked_until, observed_at
     FROM social_call_budget
     WHERE observed_at > now() - interval '2 days'
       OR parked_until > now() OR resets_at > now()`
  )
  return rows
}

/** Stores newer readings; an older one never replaces a newer one. */
export async function writeBudgets(
  trx: Knex,
  states: readonly BudgetState[],
  now: Date
): Promise<void> {
  if (states.length === 0) {
    return
  }
  const rows = states.map((state) => ({
    id: generateEntityId(undefined, "sbud"),
    ...state,
  }))
  await trx.raw(
    `INSERT INTO social_call_budget AS b (
       id, bucket, scope, used, resets_at, parked_until, observed_at,
       created_at, updated_at
     )
     SELECT id, bucket, scope, used, resets_at, parked_until, observed_at,
       :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, bucket text, scope text, used double precision,
       resets_at timestamptz, parked_until timestamptz, observed_at timestamptz
     )
     ORDER BY bucket
     ON CONFLICT (bucket) WHERE deleted_at IS NULL DO UPDATE SET
       used = excluded.used, resets_at = excluded.resets_at,
       parked_until = greatest(b.parked_until, excluded.parked_until),
       observed_at = excluded.observed_at, updated_at = excluded.updated_at
     WHERE b.observed_at <= excluded.observed_at`,
    { now, rows: toJsonb(rows) }
  )
}
