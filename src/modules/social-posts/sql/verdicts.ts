import { generateEntityId } from "@medusajs/framework/utils"
import type { MetricVerdict } from "../../../platform-kit"
import { type Knex, toJsonb } from "./database"

/** Refusals that still hold, for some platforms. */
export async function loadVerdicts(
  knex: Knex,
  platforms: readonly string[],
  now: Date
): Promise<MetricVerdict[]> {
  const { rows } = await knex.raw(
    `SELECT platform, host, product_type, metric, expires_at
     FROM social_metric_verdict
     WHERE platform = ANY(:platforms) AND expires_at > :now
       AND deleted_at IS NULL`,
    { platforms, now }
  )
  return rows
}

/** Remembers refusals; a repeated one is believed anew. */
export async function writeVerdicts(
  trx: Knex,
  verdicts: readonly MetricVerdict[],
  now: Date
): Promise<void> {
  if (verdicts.length === 0) {
    return
  }
  const rows = verdicts.map((verdict) => ({
    id: generateEntityId(undefined, "sverd"),
    ...verdict,
  }))
  await trx.raw(
    `INSERT INTO social_metric_verdict (
       id, platform, host, product_type, metric, expires_at, created_at,
       updated_at
     )
     SELECT DISTINCT ON (platform, host, product_type, metric)
       id, platform, host, product_type, metric, expires_at, CAST(:now AS timestamptz),
       CAST(:now AS timestamptz)
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, platform text, host text, product_type text, metric text,
       expires_at timestamptz
     )
     ORDER BY platform, host, product_type, metric
     ON CONFLICT (platform, host, product_type, metric)
       WHERE deleted_at IS NULL DO UPDATE SET
       expires_at = excluded.expires_at, updated_at = excluded.updated_at`,
    { now, rows: toJsonb(rows) }
  )
}
