import type { StoredCredential } from "./credentials"
import type { Knex } from "./database"
import { WAITS_FOR_TOKEN } from "./renewals"

/** A refusal that is believed, since when and until when. */
export interface StoredVerdict {
  host: string
  product_type: string
  metric: string
  since: Date
  until: Date
}

/** The refusals of a platform that still hold. */
export async function loadRefusals(
  knex: Knex,
  platform: string,
  now: Date
): Promise<StoredVerdict[]> {
  return knex("social_metric_verdict")
    .where({ platform, deleted_at: null })
    .where("expires_at", ">", now)
    .orderBy(["product_type", "metric"])
    .select("host", "product_type", "metric", {
      since: "created_at",
      until: "expires_at",
    })
}

/** An account and its token, as a check shows them. */
export interface AccountState {
  status: string
  status_reason: string | null
  connection_flow: string | null
  scopes: string[] | null
  parked_until: Date | null
  reconnect_by: Date | null
  renewal_failed_at: Date | null
  renewal_error: string | null
}

export async function loadAccountState(
  knex: Knex,
  id: string
): Promise<AccountState | null> {
  const state = await knex("social_account as a")
    .leftJoin("social_credential as c", (join) =>
      join.on("c.account_id", "a.id").andOnNull("c.deleted_at")
    )
    .where({ "a.id": id, "a.deleted_at": null })
    .first(
      "a.status",
      "a.status_reason",
      "a.connection_flow",
      "a.scopes",
      "a.parked_until",
      "a.reconnect_by",
      "c.renewal_failed_at",
      "c.renewal_error"
    )
  return state ?? null
}

/** What a check learned about a token that works. */
export interface TokenFindings {
  /** `null` when the platform did not tell: what is stored stays. */
  scopes: string[] | null
  expires_at: Date | null
  data_access_expires_at: Date | null
  reconnect_by: Date | null
  /** An account that waits for a person goes on: it need not wait. */
  revive: boolean
}

/** The tokens that were asked about; newer ones are not written to. */
type Asked = Pick<StoredCredential, "id" | "version">

/**
 * Keeps what was learned about a token that works. `updated_at` of the
 * credential stays: it tells when its renewal was tried last.
 */
export async function storeFindings(
  knex: Knex,
  { id, version }: Asked,
  findings: TokenFindings,
  now: Date
): Promise<void> {
  await knex.raw(
    `WITH asked AS (
       UPDATE social_credential SET expires_at = :expires_at,
         data_access_expires_at = :data_access_expires_at
       WHERE id = :id AND version = :version AND deleted_at IS NULL
       RETURNING account_id
     )
     UPDATE social_account AS a SET
       scopes = coalesce(:scopes, a.scopes), token_expires_at = :expires_at,
       reconnect_by = :reconnect_by,
       status_reason = CASE WHEN :revive AND ${WAITS_FOR_TOKEN}
         THEN NULL ELSE status_reason END,
       status = CASE WHEN :revive AND ${WAITS_FOR_TOKEN}
         THEN 'active' ELSE status END,
       updated_at = :now
     FROM asked WHERE a.id = asked.account_id`,
    { ...findings, id, version, now }
  )
}

/** Makes an account wait for a person, unless it got other tokens meanwhile. */
export async function storeDeadToken(
  knex: Knex,
  { id, version }: Asked,
  reason: string,
  now: Date
): Promise<void> {
  await knex.raw(
    `UPDATE social_account AS a SET
       status_reason = :reason,
       notice = CASE WHEN status = 'needs_reconnect' THEN notice END,
       status = 'needs_reconnect', dead_by = 'token', updated_at = :now
     FROM social_credential c
     WHERE c.id = :id AND c.version = :version AND c.deleted_at IS NULL
       AND a.id = c.account_id AND a.status IN ('active', 'needs_reconnect')`,
    { id, version, reason, now }
  )
}
