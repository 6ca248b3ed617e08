import type { Knex } from "../database"

export interface PersonAccount {
  id: string
  platform: string
}

/**
 * Accounts that live on what a person granted, locked in the order of their
 * ids; with `disconnected` those that once did, too. What was granted after the
 * person's demand is not meant by it.
 */
export async function lockAccountsOfPerson(
  trx: Knex,
  person: {
    platforms: readonly string[]
    person_id: string
    /** ISO 8601. */
    issued_at: string | null
  },
  { disconnected }: { disconnected: boolean }
): Promise<PersonAccount[]> {
  const { rows } = await trx.raw(
    `SELECT a.id, a.platform FROM social_account a
     LEFT JOIN social_credential c
       ON c.account_id = a.id AND c.deleted_at IS NULL
     WHERE a.deleted_at IS NULL AND a.platform = ANY(:platforms)
       AND CASE WHEN c.id IS NULL
         THEN :disconnected AND a.granted_by = :person_id
         ELSE coalesce(c.granted_by, a.external_id) = :person_id END
       AND (c.issued_at IS NULL OR coalesce(
         c.issued_at < CAST(:issued_at AS timestamptz) + interval '1 second',
         true
       ))
     ORDER BY a.id FOR UPDATE OF a`,
    { ...person, disconnected }
  )
  return rows
}
