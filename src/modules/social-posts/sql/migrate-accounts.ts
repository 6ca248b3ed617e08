import { generateEntityId } from "@medusajs/framework/utils"
import { type Knex, toJsonb } from "./database"

/** An account of this store, as far as a migration looks at it. */
export interface AccountRow {
  id: string
  platform: string
  external_id: string
  username: string | null
  status: string
}

const FIELDS = ["id", "platform", "external_id", "username", "status"]

/** All accounts: a store has tens of them. */
export async function listAccountRows(knex: Knex): Promise<AccountRow[]> {
  return knex("social_account")
    .whereNull("deleted_at")
    .select(FIELDS)
    .orderBy("id")
}

export interface NewAccountRow extends Omit<AccountRow, "status"> {
  display_name: string | null
  settings: Record<string, unknown> | null
  status_reason: string
}

/** Adds an account that waits for a person, unless it is there. Returns its id. */
export async function insertWaitingAccount(
  knex: Knex,
  account: NewAccountRow,
  now: Date
): Promise<string> {
  await knex("social_account")
    .insert({
      ...account,
      settings: account.settings && toJsonb(account.settings),
      status: "needs_reconnect",
      dead_by: "token",
      created_at: now,
      updated_at: now,
    })
    .onConflict()
    .ignore()
  const { platform, external_id } = account
  const row = await knex("social_account")
    .where({ platform, external_id, deleted_at: null })
    .first("id")
  return row.id
}

/** Says why an account waits. */
export async function setReason(
  knex: Knex,
  id: string,
  status_reason: string
): Promise<void> {
  await knex("social_account")
    .where({ id, status: "needs_reconnect" })
    .whereRaw("status_reason IS DISTINCT FROM ?", [status_reason])
    .update({ status_reason })
}

/**
 * Gives a placeholder the identity that became known. When that account is
 * there already, the posts go over to it, but for those it has. Returns the id
 * of the account that is left.
 */
export async function adoptPlaceholder(
  trx: Knex,
  placeholder: string,
  externalId: string,
  target: string | null,
  now: Date
): Promise<string> {
  if (!target) {
    await trx("social_account")
      .where({ id: placeholder })
      .update({ external_id: externalId, updated_at: now })
    return placeholder
  }
  await trx.raw(
    `UPDATE social_post p SET account_id = :target, updated_at = :now
     WHERE p.account_id = :placeholder AND NOT EXISTS (
       SELECT 1 FROM social_post o
       WHERE o.account_id = :target AND o.deleted_at IS NULL
         AND o.platform_post_id = p.platform_post_id
     )`,
    { target, placeholder, now }
  )
  await trx("social_account").where({ id: placeholder }).delete()
  return target
}

const settingName = (source: string) => `migration:${source}`

/** Which account each connection of a source became. */
export async function loadPlaces(
  knex: Knex,
  source: string
): Promise<Record<string, string>> {
  const row = await knex("social_setting")
    .where({ name: settingName(source), deleted_at: null })
    .first("value")
  return row?.value ?? {}
}

export async function keepPlace(
  knex: Knex,
  source: string,
  connection: string,
  accountId: string
): Promise<void> {
  await knex.raw(
    `INSERT INTO social_setting (id, name, value)
     VALUES (:id, :name, CAST(:value AS jsonb))
     ON CONFLICT (name) WHERE deleted_at IS NULL
     DO UPDATE SET value = social_setting.value || excluded.value`,
    {
      id: generateEntityId(undefined, "sset"),
      name: settingName(source),
      value: toJsonb({ [connection]: accountId }),
    }
  )
}
