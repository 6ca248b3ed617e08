import { Modules } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type { ProductLink } from "../../../modules/social-posts/sql/product-links"

/** A post and its product, as Medusa's link functions take them. */
export const toSocialPostProductLink = ({
  post_id,
  product_id,
}: ProductLink) => ({
  [SOCIAL_POSTS_MODULE]: { social_post_id: post_id },
  [Modules.PRODUCT]: { product_id },
})
