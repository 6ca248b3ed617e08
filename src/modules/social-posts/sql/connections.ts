import type { ConnectionRow, Findings } from "../types/connections"
import { type Knex, toJsonb } from "./database"

/** How long a person may take on the consent page. */
const CONSENT = "10 minutes"
/** How long what was found can be chosen from. */
const CHOICE = "30 minutes"

const COLUMNS = [
  "id",
  "platform",
  "flow",
  "actor_id",
  "redirect_uri",
  "account_id",
  "code_verifier",
  "found",
  "candidates",
  "granted_scopes",
  "advice",
  "expires_at",
]

/** A connection before the consent page. */
export interface NewConnection extends Pick<
  ConnectionRow,
  | "id"
  | "platform"
  | "flow"
  | "actor_id"
  | "redirect_uri"
  | "account_id"
  | "code_verifier"
> {
  /** SHA-256 of the state. */
  state_hash: string
}

/*
 * Every end is set and checked by the clock of the database: the processes of
 * a store need not agree on the time.
 */

/** Stores a connection. Returns when the consent comes too late. */
export async function insertConnection(
  knex: Knex,
  connection: NewConnection
): Promise<Date> {
  const [row] = await knex("social_connection")
    .insert({ ...connection, expires_at: soon(knex, CONSENT) })
    .onConflict(knex.raw("(id)"))
    .merge({ updated_at: knex.fn.now() })
    .returning("expires_at")
  return row.expires_at
}

/**
 * Uses a state up: whoever asks first gets the connection, everybody else
 * `null`. A state of another user is left as it is.
 */
export async function takeState(
  knex: Knex,
  state_hash: string,
  actor_id: string
): Promise<ConnectionRow | null> {
  const [row] = await knex("social_connection")
    .where({ state_hash, actor_id, deleted_at: null })
    .where("expires_at", ">", knex.fn.now())
    .update({ state_hash: null, updated_at: knex.fn.now() })
    .returning(COLUMNS)
  return row ?? null
}

/** Whose an unused state is, and whether it is too late for it. */
export async function findState(
  knex: Knex,
  state_hash: string
): Promise<{ actor_id: string; expired: boolean } | null> {
  const row = await knex("social_connection")
    .where({ state_hash, deleted_at: null })
    .first("actor_id", knex.raw("expires_at <= now() AS expired"))
  return row ?? null
}

/** Keeps what a consent was good for, until accounts are chosen. */
export async function keepFindings(
  knex: Knex,
  id: string,
  { found, candidates, granted_scopes, advice }: Findings
): Promise<ConnectionRow | null> {
  const [row] = await knex("social_connection")
    .where({ id })
    .update({
      code_verifier: null,
      found,
      candidates: toJsonb(candidates),
      granted_scopes,
      advice: toJsonb(advice),
      expires_at: soon(knex, CHOICE),
      updated_at: knex.fn.now(),
    })
    .returning(COLUMNS)
  return row ?? null
}

const open = (knex: Knex, id: string, actor_id: string) =>
  knex("social_connection")
    .where({ id, actor_id, deleted_at: null })
    .whereNotNull("found")
    .where("expires_at", ">", knex.fn.now())

/** A connection whose accounts can be chosen; `null` when it is over. */
export async function findConnection(
  knex: Knex,
  id: string,
  actorId: string
): Promise<ConnectionRow | null> {
  return (await open(knex, id, actorId).first(COLUMNS)) ?? null
}

/** Ends a connection; `null` when somebody else was quicker. */
export async function takeConnection(
  knex: Knex,
  id: string,
  actorId: string
): Promise<ConnectionRow | null> {
  const [row] = await open(knex, id, actorId).delete().returning(COLUMNS)
  return row ?? null
}

/** Brings a connection back that was taken. */
export async function restoreConnection(
  knex: Knex,
  { candidates, advice, ...row }: ConnectionRow
): Promise<void> {
  await knex("social_connection")
    .insert({
      ...row,
      candidates: toJsonb(candidates),
      advice: toJsonb(advice),
    })
    .onConflict(knex.raw("(id)"))
    .ignore()
}

/** Forgets one connection. */
export async function removeConnection(knex: Knex, id: string): Promise<void> {
  await knex("social_connection").where({ id }).delete()
}

/** Forgets the connections whose time is over. Returns how many. */
export async function removeExpiredConnections(knex: Knex): Promise<number> {
  return knex("social_connection")
    .where("expires_at", "<=", knex.fn.now())
    .delete()
}

const soon = (knex: Knex, time: string) =>
  knex.raw("now() + CAST(? AS interval)", [time])
