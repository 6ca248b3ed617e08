import { PRODUCT_LINK_TABLE } from "../utils/product-link"
import type { Knex } from "./database"

/** Some posts, or all of an account. */
export type LinkedPosts = { post_ids: string[] } | { account_id: string }

/** A post that shows a product. */
export interface ProductLink {
  post_id: string
  product_id: string
}

/**
 * Removes the links of posts to products, for good, in one statement: an
 * account can have 10,000s of posts. Returns the links there were.
 */
export async function removeProductLinks(
  knex: Knex,
  posts: LinkedPosts
): Promise<ProductLink[]> {
  const ids =
    "post_ids" in posts
      ? "SELECT unnest(CAST(:post_ids AS text[]))"
      : "SELECT id FROM social_post WHERE account_id = :account_id"
  const { rows } = await knex.raw(
    `DELETE FROM ${PRODUCT_LINK_TABLE} WHERE social_post_id IN (${ids})
     RETURNING social_post_id AS post_id, product_id, deleted_at`,
    posts
  )
  return rows
    .filter((row: { deleted_at: Date | null }) => row.deleted_at === null)
    .map(({ post_id, product_id }: ProductLink) => ({ post_id, product_id }))
}
