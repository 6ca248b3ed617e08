import { generateEntityId } from "@medusajs/framework/utils"
import {
  RETENTION_SETTING,
  type RetentionSettings,
} from "../../retention/settings"
import type { RuledPlatform } from "../../retention/rules"
import { type Knex, toJsonb } from "../database"

/** Name of the rules of platforms in `social_setting`. */
const RULES_SETTING = "retention_of_platforms"

/** What merchants set; what they did not set is absent. */
export const loadSettings = (knex: Knex): Promise<Partial<RetentionSettings>> =>
  load(knex, RETENTION_SETTING)

/** Keeps what is given; what somebody else set stays. */
export const storeSettings = (
  knex: Knex,
  changes: Partial<RetentionSettings>,
  now: Date
): Promise<void> => store(knex, RETENTION_SETTING, changes, now)

/** Rules of the platforms that were configured at some time, by identifier. */
export const loadKnownRules = (
  knex: Knex
): Promise<Record<string, RuledPlatform>> => load(knex, RULES_SETTING)

export const storeKnownRules = (
  knex: Knex,
  rules: Record<string, RuledPlatform>,
  now: Date
): Promise<void> => store(knex, RULES_SETTING, rules, now)

async function load<T extends object>(knex: Knex, name: string): Promise<T> {
  const row = await knex("social_setting")
    .where({ name })
    .whereNull("deleted_at")
    .first("value")
  return row?.value ?? {}
}

async function store(
  knex: Knex,
  name: string,
  value: object,
  now: Date
): Promise<void> {
  await knex.raw(
    `INSERT INTO social_setting AS s (id, name, value, created_at, updated_at)
     VALUES (:id, :name, CAST(:value AS jsonb), :now, :now)
     ON CONFLICT (name) WHERE deleted_at IS NULL
     DO UPDATE SET value = s.value || excluded.value, updated_at = excluded.updated_at`,
    {
      id: generateEntityId(undefined, "sset"),
      name,
      value: toJsonb(value),
      now,
    }
  )
}
