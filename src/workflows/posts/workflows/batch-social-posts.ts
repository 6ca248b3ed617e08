import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PostBatch } from "../../../modules/social-posts/sql/batch-posts"
import { batchSocialPostsStep } from "../steps/batch-social-posts"
import { removeSocialPostLinksStep } from "../steps/remove-social-post-links"
import { validateSocialPostsStep } from "../steps/validate-social-posts"

/**
 * Changes the status of some posts and deletes others with their history,
 * comments and links: all or nothing. Returns the ids.
 *
 * @example
 * await batchSocialPostsWorkflow(container).run({
 *   input: {
 *     update: [{ id: "spost_123", status: "archived" }],
 *     delete: ["spost_456"],
 *   },
 * })
 */
export const batchSocialPostsWorkflow = createWorkflow(
  "batch-social-posts",
  function (input: PostBatch) {
    const updated = transform({ input }, ({ input: { update } }) => ({
      ids: update.map(({ id }) => id),
      field: "update",
    }))
    const deleted = transform({ input }, ({ input: batch }) => ({
      ids: batch.delete,
      field: "delete",
    }))
    validateSocialPostsStep(updated)
    validateSocialPostsStep(deleted).config({
      name: "validate-social-posts-to-delete",
    })
    removeSocialPostLinksStep({ post_ids: deleted.ids })
    return new WorkflowResponse(batchSocialPostsStep(input))
  }
)
