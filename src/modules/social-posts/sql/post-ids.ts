import type { Knex } from "./database"

/** Those of some ids that belong to no post, in their order. */
export async function findUnknownPosts(
  knex: Knex,
  ids: readonly string[]
): Promise<string[]> {
  const { rows } = await knex.raw(
    `SELECT id FROM social_post
     WHERE id = ANY(:ids) AND deleted_at IS NULL`,
    { ids }
  )
  const known = new Set(rows.map(({ id }: { id: string }) => id))
  return ids.filter((id) => !known.has(id))
}

/** Ids of all posts of an account. */
export async function listPostIdsOfAccount(
  knex: Knex,
  accountId: string
): Promise<string[]> {
  const { rows } = await knex.raw(
    `SELECT id FROM social_post WHERE account_id = :accountId ORDER BY id`,
    { accountId }
  )
  return rows.map(({ id }: { id: string }) => id)
}
