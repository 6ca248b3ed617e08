import type { Knex } from "./database"
import { HAS_PROBLEMS } from "./list-posts"

/** What the posts of an account come to. */
export interface AccountFigures {
  posts_count: number
  /** Posts that the filter `has_problems` of the list finds. */
  problems_count: number
  /** Earliest time a post is read by itself; `null` when nothing is read. */
  next_sync_at: Date | null
}

/** Figures of some accounts, in one query. */
export async function loadAccountFigures(
  knex: Knex,
  ids: readonly string[]
): Promise<Map<string, AccountFigures>> {
  const { rows } = await knex.raw(
    `SELECT p.account_id, p.posts_count, p.problems_count,
       CASE WHEN a.status = 'active' THEN p.next_sync_at END AS next_sync_at
     FROM (
       SELECT account_id, CAST(count(*) AS int) AS posts_count,
         CAST(count(*) FILTER (WHERE ${HAS_PROBLEMS}) AS int)
           AS problems_count,
         min(next_sync_at) FILTER (WHERE status = 'posted') AS next_sync_at
       FROM social_post
       WHERE account_id = ANY(:ids) AND deleted_at IS NULL
       GROUP BY account_id
     ) p JOIN social_account a ON a.id = p.account_id`,
    { ids }
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
