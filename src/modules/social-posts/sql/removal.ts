import { PRODUCT_LINK_TABLE } from "../utils/product-link"
import type { Knex } from "./database"

/** What deleting an account with its data deletes. */
export interface AccountHoldings {
  posts: number
  snapshots: number
  comments: number
  /** Days of the account's own numbers. */
  account_days: number
  product_links: number
  /** Entries of the sync log about this account alone; they stay. */
  sync_runs_mentioning: number
}

/** Counts what belongs to an account. */
export async function countHoldings(
  knex: Knex,
  accountId: string
): Promise<AccountHoldings> {
  const { rows } = await knex.raw(
    `WITH own AS (
       SELECT id FROM social_post
       WHERE account_id = :accountId AND deleted_at IS NULL
     )
     SELECT CAST((SELECT count(*) FROM own) AS int) AS posts,
       CAST((SELECT count(*) FROM social_post_snapshot
         WHERE deleted_at IS NULL AND post_id IN (SELECT id FROM own)) AS int)
         AS snapshots,
       CAST((SELECT count(*) FROM social_comment
         WHERE deleted_at IS NULL AND post_id IN (SELECT id FROM own)) AS int)
         AS comments,
       CAST((SELECT count(*) FROM social_account_snapshot
         WHERE deleted_at IS NULL AND account_id = :accountId) AS int)
         AS account_days,
       CAST((SELECT count(*) FROM ${PRODUCT_LINK_TABLE}
         WHERE deleted_at IS NULL
           AND social_post_id IN (SELECT id FROM own)) AS int)
         AS product_links,
       CAST((SELECT count(*) FROM social_sync_run
         WHERE deleted_at IS NULL
           AND scope ->> 'account_id' = :accountId) AS int)
         AS sync_runs_mentioning`,
    { accountId }
  )
  return rows[0]
}

/**
 * How many other connected accounts live on what the same person granted to
 * this store's app. A platform that does not name the person may mean the same
 * one each time.
 */
export async function countSameGrant(
  knex: Knex,
  accountId: string
): Promise<number> {
  const { rows } = await knex.raw(
    `SELECT CAST(count(*) AS int) AS count
     FROM social_credential c
     JOIN social_account a ON a.id = c.account_id AND a.deleted_at IS NULL
     JOIN social_credential o ON o.account_id <> c.account_id
       AND o.deleted_at IS NULL AND o.own_app
     JOIN social_account oa ON oa.id = o.account_id AND oa.deleted_at IS NULL
     WHERE c.account_id = :accountId AND c.deleted_at IS NULL
       AND CASE WHEN c.granted_by IS NULL
         THEN o.granted_by IS NULL AND oa.platform = a.platform
         ELSE o.granted_by = c.granted_by END`,
    { accountId }
  )
  return rows[0].count
}
