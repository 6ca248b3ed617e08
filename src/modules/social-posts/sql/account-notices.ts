import type { Knex } from "./database"

/** An account about which merchants have to be told something. */
export interface DueNotice {
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  status_reason: string | null
  reconnect_by: Date | null
  renewal_failed_at: Date | null
  renewal_error: string | null
  /** Kind and date, e.g. `7d 2026-11-28`: told once. */
  notice: string
}

/** A sender that is silent this long has died. */
const LEASE = "5 minutes"

const NOW = "CAST(:now AS timestamptz)"

/** What there is to tell of an account `a` at this moment, and for which date. */
const OCCASION = `SELECT
  CASE WHEN a.status = 'needs_reconnect' THEN 'needs_reconnect'
    WHEN a.reconnect_by <= ${NOW} + interval '1 day' THEN '1d'
    ELSE '7d' END AS kind,
  CASE WHEN a.status = 'needs_reconnect'
    THEN to_char(${NOW} AT TIME ZONE 'UTC', :moment)
    ELSE to_char(a.reconnect_by AT TIME ZONE 'UTC', :day) END AS date`

/** It has been told already, or is being told: a later day never tells less. */
const TOLD = `coalesce(CASE o.kind
  WHEN 'needs_reconnect' THEN a.notice LIKE 'needs_reconnect %'
  WHEN '7d' THEN a.notice IN ('7d ' || o.date, '1d ' || o.date)
  ELSE a.notice = '1d ' || o.date END, false)`

/*
 * A notice is claimed, sent and confirmed. Its name is chosen when it is
 * claimed and stays: whoever takes over from a dead process sends the same.
 */

/** Claims what has to be told; nobody else gets the same within the lease. */
export async function claimNotices(
  knex: Knex,
  limit: number,
  now: Date
): Promise<DueNotice[]> {
  const { rows } = await knex.raw(
    `WITH due AS (
       SELECT a.id, CASE WHEN ${TOLD} THEN a.notice
         ELSE o.kind || ' ' || o.date END AS notice
       FROM social_account a CROSS JOIN LATERAL (${OCCASION}) AS o
       WHERE a.deleted_at IS NULL
         AND (a.status = 'needs_reconnect' OR (a.status = 'active'
           AND a.reconnect_by <= ${NOW} + interval '7 days'))
         AND (a.notice IS NULL OR a.notice_lease_until IS NULL
           OR a.notice_lease_until < now())
         AND (NOT ${TOLD} OR a.notice_lease_until IS NOT NULL)
       ORDER BY a.id LIMIT :limit
       FOR UPDATE OF a SKIP LOCKED
     )
     UPDATE social_account AS a SET notice = due.notice,
       notice_lease_until = now() + interval '${LEASE}'
     FROM due
     LEFT JOIN social_credential c
       ON c.account_id = due.id AND c.deleted_at IS NULL
     WHERE a.id = due.id
     RETURNING a.id, a.platform, a.external_id, a.username, a.display_name,
       a.status_reason, a.reconnect_by, a.notice,
       c.renewal_failed_at, c.renewal_error`,
    { now, limit, day: "YYYY-MM-DD", moment: 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' }
  )
  return rows
}

/** Notes that notices were sent. */
export async function confirmNotices(
  knex: Knex,
  sent: readonly Pick<DueNotice, "id" | "notice">[]
): Promise<void> {
  await knex.raw(
    `UPDATE social_account AS a SET notice_lease_until = NULL
     FROM unnest(CAST(:ids AS text[]), CAST(:notices AS text[]))
       AS sent(id, notice)
     WHERE a.id = sent.id AND a.notice = sent.notice`,
    {
      ids: sent.map(({ id }) => id),
      notices: sent.map(({ notice }) => notice),
    }
  )
}
