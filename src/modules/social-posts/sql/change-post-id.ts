import { insightsOf, type Knex, toJsonb } from "./database"

export interface PostIdChange {
  id: string
  platform: string
  platform_post_id: string
  /** Other columns that change with it. */
  changes: Record<string, unknown>
}

/**
 * Makes a row stand for another post of its platform: nothing that was read of
 * the earlier one stays in it, and a run that is reading that one loses its
 * claim, so that it writes nothing any more. History and comments have rows of
 * their own (`removeHistory`).
 */
export async function changePostId(
  knex: Knex,
  { id, platform, platform_post_id, changes }: PostIdChange,
  syncedKeys: readonly string[],
  now: Date
): Promise<void> {
  const insights = toJsonb({ platform, platform_post_id })
  await knex("social_post")
    .where({ id })
    .whereNull("deleted_at")
    .update({
      sync_status: null,
      sync_errors: null,
      last_synced_at: null,
      gone_since: null,
      insights_blocked: null,
      unchanged_readings: 0,
      ...changes,
      platform_post_id,
      insights: knex.raw(
        `((${insightsOf("insights")}) - CAST(? AS text[])) || CAST(? AS jsonb)`,
        [[...syncedKeys], insights]
      ),
      claim_run_id: null,
      updated_at: now,
    })
}

/** Puts `insights` back as they were; a generated update would merge them. */
export async function restoreInsights(
  knex: Knex,
  id: string,
  insights: unknown
): Promise<void> {
  await knex("social_post")
    .where({ id })
    .update({ insights: insights === null ? null : toJsonb(insights) })
}

/** Forgets every reading and comment of a post, for good. */
export async function removeHistory(trx: Knex, postId: string): Promise<void> {
  await trx("social_post_snapshot").where({ post_id: postId }).delete()
  await trx("social_comment").where({ post_id: postId }).delete()
}
