import { generateEntityId } from "@medusajs/framework/utils"
import {
  RETENTION_SETTING,
  type RetentionSettings,
} from "../../retention/settings"
import { type Knex, toJsonb } from "../database"

/** What merchants set; what they did not set is absent. */
export async function loadSettings(
  knex: Knex
): Promise<Partial<RetentionSettings>> {
  const row = await knex("social_setting")
    .where({ name: RETENTION_SETTING })
    .whereNull("deleted_at")
    .first("value")
  return row?.value ?? {}
}

/** Keeps the settings as they are given. */
export async function storeSettings(
  knex: Knex,
  settings: Partial<RetentionSettings>,
  now: Date
): Promise<void> {
  await knex.raw(
    `INSERT INTO social_setting AS s (id, name, value, created_at, updated_at)
     VALUES (:id, :name, CAST(:value AS jsonb), :now, :now)
     ON CONFLICT (name) WHERE deleted_at IS NULL
     DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    {
      id: generateEntityId(undefined, "sset"),
      name: RETENTION_SETTING,
      value: toJsonb(settings),
      now,
    }
  )
}
