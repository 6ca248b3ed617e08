import type { KnownAccount } from "../connecting/place-candidates"
import type { EarlierConnection } from "../connecting/choose-flow"
import type { Knex } from "./database"

/** An account that is connected again. */
export interface ReconnectedAccount extends KnownAccount, EarlierConnection {
  platform: string
  scopes: string[] | null
}

const NAMES = [
  "id",
  "external_id",
  "username",
  "display_name",
  "account_type",
  "status",
]

/** The account with an id, whatever its status; `null` when there is none. */
export async function findReconnected(
  knex: Knex,
  id: string
): Promise<ReconnectedAccount | null> {
  const row = await knex("social_account")
    .where({ id, deleted_at: null })
    .first([...NAMES, "platform", "scopes", "connection_flow", "settings"])
  return row ?? null
}

/** Accounts of a platform with one of some ids, disconnected or not. */
export async function findKnown(
  knex: Knex,
  platform: string,
  externalIds: readonly string[]
): Promise<KnownAccount[]> {
  return knex("social_account")
    .where({ platform, deleted_at: null })
    .whereIn("external_id", [...externalIds])
    .orderBy("id")
    .select(NAMES)
}
