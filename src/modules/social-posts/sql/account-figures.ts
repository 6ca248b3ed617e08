import type { Knex } from "./database"
import { HAS_PROBLEMS } from "./list-posts"

/** What the posts and the token of an account come to. */
export interface AccountFigures {
  posts_count: number
  /** Posts that the filter `has_problems` of the list finds. */
  problems_count: number
  /** Earliest time a post is read by itself; `null` when nothing is read. */
  next_sync_at: Date | null
  /** Since when its token cannot be renewed; `null` when it can. */
  renewal_failed_at: Date | null
  /** A person has to connect it again, now or soon. */
  needs_attention: boolean
}

/**
 * Figures of some accounts, in one query.
 * @param attentionUntil what has to be connected again by then needs attention
 */
export async function loadAccountFigures(
  knex: Knex,
  ids: readonly string[],
  attentionUntil: Date
): Promise<Map<string, AccountFigures>> {
  const { rows } = await knex.raw(
    `SELECT a.id AS account_id,
       coalesce(p.posts_count, 0) AS posts_count,
       coalesce(p.problems_count, 0) AS problems_count,
       CASE WHEN a.status = 'active' THEN p.next_sync_at END AS next_sync_at,
       c.renewal_failed_at,
       a.status = 'needs_reconnect' OR (
         a.status <> 'disconnected'
         AND coalesce(a.reconnect_by <= :attentionUntil, false)
       ) AS needs_attention
     FROM social_account a
     LEFT JOIN (
       SELECT account_id, CAST(count(*) AS int) AS posts_count,
         CAST(count(*) FILTER (WHERE ${HAS_PROBLEMS}) AS int)
           AS problems_count,
         min(next_sync_at) FILTER (WHERE status = 'posted') AS next_sync_at
       FROM social_post
       WHERE account_id = ANY(:ids) AND deleted_at IS NULL
       GROUP BY account_id
     ) p ON p.account_id = a.id
     LEFT JOIN social_credential c
       ON c.account_id = a.id AND c.deleted_at IS NULL
     WHERE a.id = ANY(:ids)`,
    { ids, attentionUntil }
  )
  return new Map(
    rows.map(
      ({ account_id, ...figures }: AccountFigures & { account_id: string }) => [
        account_id,
        figures,
      ]
    )
  )
}
