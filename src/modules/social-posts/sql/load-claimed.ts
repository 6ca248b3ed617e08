import {
  SELECT_CREDENTIAL,
  splitCredential,
  type StoredCredential,
  tokensRef,
} from "./credentials"
import { insightsOf, type Knex } from "./database"

/** A claimed post with what is needed to read and to judge it. */
export interface ClaimedPost {
  id: string
  account_id: string
  platform: string
  platform_post_id: string | null
  permalink: string | null
  media_type: string | null
  media_product_type: string | null
  posted_at: Date | null
  insights_blocked: string | null
  gone_since: Date | null
  unchanged_readings: number
  /** Comments came in that were not read yet. */
  comments_due_at: Date | null
  /** When the platform takes it away by itself (stories). */
  expires_at: Date | null
  /** Without `comments_data`, which can be large. */
  insights: Record<string, unknown>
}

/** Claimed posts of a run in pages, so that memory stays flat. */
export async function loadClaimed(
  knex: Knex,
  runId: string,
  platforms: readonly string[],
  limit: number
): Promise<ClaimedPost[]> {
  const { rows } = await knex.raw(
    `SELECT id, account_id, platform, platform_post_id, permalink, media_type,
       media_product_type, posted_at, insights_blocked, gone_since,
       unchanged_readings, comments_due_at, expires_at,
       (${insightsOf("insights")}) - 'comments_data' AS insights
     FROM social_post
     WHERE claim_run_id = :runId AND deleted_at IS NULL
       AND platform = ANY(:platforms)
     ORDER BY account_id, posted_at DESC NULLS LAST, id
     LIMIT :limit`,
    { runId, platforms, limit }
  )
  return rows
}

export interface SyncAccount {
  id: string
  platform: string
  external_id: string
  username: string | null
  status: string
  status_reason: string | null
  scopes: string[] | null
  settings: Record<string, unknown> | null
  /** Way it was connected; `null` for a pasted token. */
  connection_flow: string | null
  parked_until: Date | null
  /** What is read of its posts. */
  sync_numbers: boolean
  sync_comments: boolean
  /** Cron expression; `null` follows the age of each post. */
  sync_schedule: string | null
  credential: StoredCredential | null
  /** The tokens in use; changes when they are renewed in the midst of a run. */
  tokens_ref: string | null
}

/** Accounts with their sealed tokens, in one query. */
export async function loadAccounts(
  knex: Knex,
  ids: readonly string[]
): Promise<Map<string, SyncAccount>> {
  const accounts = await selectAccounts(knex, "a.id = ANY(:ids)", { ids })
  return new Map(accounts.map((account) => [account.id, account]))
}

/** All accounts whose tokens are to be kept alive, with these. */
export async function loadConnectedAccounts(
  knex: Knex
): Promise<SyncAccount[]> {
  return selectAccounts(
    knex,
    `a.status IN ('active', 'paused') AND a.deleted_at IS NULL
     AND c.id IS NOT NULL ORDER BY a.id`
  )
}

async function selectAccounts(
  knex: Knex,
  where: string,
  values: Record<string, readonly string[]> = {}
): Promise<SyncAccount[]> {
  const { rows } = await knex.raw(
    `SELECT a.id, a.platform, a.external_id, a.username, a.status,
       a.status_reason, a.scopes, a.settings,
       a.connection_flow, a.parked_until,
       a.sync_numbers, a.sync_comments, a.sync_schedule, ${SELECT_CREDENTIAL}
     FROM social_account a
     LEFT JOIN social_credential c
       ON c.account_id = a.id AND c.deleted_at IS NULL
     WHERE ${where}`,
    values
  )
  return rows.map((row: Record<string, unknown>) => {
    const { rest, credential } =
      splitCredential<Omit<SyncAccount, "credential" | "tokens_ref">>(row)
    return { ...rest, credential, tokens_ref: tokensRef(credential) }
  })
}
