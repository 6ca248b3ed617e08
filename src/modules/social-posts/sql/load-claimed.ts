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
       unchanged_readings,
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
  parked_until: Date | null
  sealed_token: string | null
}

/** Accounts with their sealed tokens, in one query. */
export async function loadAccounts(
  knex: Knex,
  ids: readonly string[]
): Promise<Map<string, SyncAccount>> {
  const { rows } = await knex.raw(
    `SELECT a.id, a.platform, a.external_id, a.username, a.status,
       a.status_reason, a.scopes, a.settings, a.parked_until,
       c.access_token AS sealed_token
     FROM social_account a
     LEFT JOIN social_credential c
       ON c.account_id = a.id AND c.deleted_at IS NULL
     WHERE a.id = ANY(:ids)`,
    { ids }
  )
  return new Map(rows.map((row: SyncAccount) => [row.id, row]))
}

/** Time of the newest stored comment, by post. */
export async function loadNewestComments(
  knex: Knex,
  postIds: readonly string[]
): Promise<Map<string, Date>> {
  const { rows } = await knex.raw(
    `SELECT post_id, max(commented_at) AS newest FROM social_comment
     WHERE post_id = ANY(:postIds) AND deleted_at IS NULL
     GROUP BY post_id`,
    { postIds }
  )
  return new Map(
    rows.flatMap(({ post_id, newest }: { post_id: string; newest: Date }) =>
      newest ? [[post_id, newest]] : []
    )
  )
}
