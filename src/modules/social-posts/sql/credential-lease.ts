import {
  type StoredCredential,
  SELECT_CREDENTIAL,
  splitCredential,
} from "./credentials"
import type { Knex } from "./database"

/** A right to renew tokens that nobody else has at the same time. */
export interface Lease {
  account_id: string
  /** Unique for each attempt. */
  holder: string
  /** Length; by the clock of the database, which all processes share. */
  seconds: number
}

const UNTIL =
  "now() + make_interval(secs => CAST(:seconds AS double precision))"

/**
 * Takes the lease and gives the newest tokens; `null` while somebody else has
 * it, or when there are no tokens. Safe to repeat by the same holder.
 */
export async function takeLease(
  knex: Knex,
  lease: Lease
): Promise<StoredCredential | null> {
  const { rows } = await knex.raw(
    `UPDATE social_credential AS c
     SET lease_by = :holder, lease_until = ${UNTIL}
     WHERE account_id = :account_id AND deleted_at IS NULL
       AND (lease_until IS NULL OR lease_until < now() OR lease_by = :holder)
     RETURNING ${SELECT_CREDENTIAL}`,
    { ...lease }
  )
  return rows[0] ? splitCredential(rows[0]).credential : null
}

/** Goes on holding a lease; nothing when it has passed to somebody else. */
export async function prolongLease(knex: Knex, lease: Lease): Promise<void> {
  await knex.raw(
    `UPDATE social_credential SET lease_until = ${UNTIL}
     WHERE account_id = :account_id AND lease_by = :holder`,
    { ...lease }
  )
}

/** Gives a lease back, where it is still held. */
export async function releaseLease(
  knex: Knex,
  { account_id, holder }: Lease
): Promise<void> {
  await knex("social_credential")
    .where({ account_id, lease_by: holder })
    .update({ lease_by: null, lease_until: null })
}
