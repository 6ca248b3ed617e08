import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { batchLinksWorkflow } from "@medusajs/medusa/core-flows"
import type { ProductLink } from "../../../modules/social-posts/sql/product-links"
import { validateLinkedProductsStep } from "../steps/validate-linked-products"
import { validateSocialPostsStep } from "../steps/validate-social-posts"
import { toSocialPostProductLink } from "../utils/to-social-post-product-link"

export interface BatchLinkSocialPostProductsInput {
  add: ProductLink[]
  remove: ProductLink[]
}

/**
 * Links posts with the products they show, and takes links away. All or
 * nothing: an unknown id stops it before anything is written. Adding what is
 * linked, or removing what is not, changes nothing.
 *
 * @example
 * await batchLinkSocialPostProductsWorkflow(container).run({
 *   input: {
 *     add: [{ post_id: "spost_123", product_id: "prod_123" }],
 *     remove: [],
 *   },
 * })
 */
export const batchLinkSocialPostProductsWorkflow = createWorkflow(
  "batch-link-social-post-products",
  function (input: BatchLinkSocialPostProductsInput) {
    const ids = transform({ input }, ({ input: { add, remove } }) => {
      const pairs = add.concat(remove)
      return {
        posts: [...new Set(pairs.map(({ post_id }) => post_id))],
        products: [...new Set(pairs.map(({ product_id }) => product_id))],
      }
    })
    validateSocialPostsStep({ ids: ids.posts, field: "add, remove" })
    validateLinkedProductsStep({ ids: ids.products })
    const links = transform({ input }, ({ input: { add, remove } }) => ({
      create: add.map(toSocialPostProductLink),
      delete: remove.map(toSocialPostProductLink),
    }))
    return new WorkflowResponse(batchLinksWorkflow.runAsStep({ input: links }))
  }
)
