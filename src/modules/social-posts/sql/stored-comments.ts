import type { KnownComment } from "../../../platform-kit"
import type { Knex } from "./database"

/** What is stored of a post's comments, so that a sync reads only the rest. */
export interface StoredComments {
  /** Time of the newest one. */
  newest: Date | null
  /** By the platform's ids; those that are gone from it are left out. */
  known: Map<string, KnownComment>
}

interface Row {
  post_id: string
  platform_comment_id: string
  parent_id: string | null
  commented_at: Date | null
}

/** The stored comments of some posts, by post; in one query. */
export async function loadStoredComments(
  knex: Knex,
  postIds: readonly string[]
): Promise<Map<string, StoredComments>> {
  const { rows } = await knex.raw(
    `SELECT post_id, platform_comment_id, parent_id, commented_at
     FROM social_comment
     WHERE post_id = ANY(:postIds) AND deleted_at IS NULL
       AND removed_at IS NULL`,
    { postIds }
  )
  const byPost = new Map<string, StoredComments>()
  for (const row of rows as Row[]) {
    const stored = byPost.get(row.post_id) ?? { newest: null, known: new Map() }
    byPost.set(row.post_id, stored)
    stored.known.set(row.platform_comment_id, {
      parent_id: row.parent_id,
      created_at: row.commented_at,
    })
    if (row.commented_at && row.commented_at > (stored.newest ?? 0)) {
      stored.newest = row.commented_at
    }
  }
  return byPost
}
