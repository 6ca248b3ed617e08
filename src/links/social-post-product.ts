import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import SocialPostsModule from "../modules/social-posts"
import { PRODUCT_LINK_TABLE } from "../modules/social-posts/utils/product-link"

/**
 * The products a post shows, and the posts that show a product:
 * `social_post.products.*` and `product.social_posts.*` in `query.graph`.
 */
export default defineLink(
  { linkable: SocialPostsModule.linkable.socialPost, isList: true },
  { linkable: ProductModule.linkable.product, isList: true },
  { database: { table: PRODUCT_LINK_TABLE } }
)
