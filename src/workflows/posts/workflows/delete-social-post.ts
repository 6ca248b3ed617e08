import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteSocialPostStep } from "../steps/delete-social-post"
import { removeSocialPostLinksStep } from "../steps/remove-social-post-links"

/**
 * Deletes a post with its history, its comments and its links to products.
 *
 * @example
 * await deleteSocialPostWorkflow(container).run({ input: { id: "spost_123" } })
 */
export const deleteSocialPostWorkflow = createWorkflow(
  "delete-social-post",
  function (input: { id: string }) {
    const links = transform({ input }, ({ input: { id } }) => ({
      post_ids: [id],
    }))
    removeSocialPostLinksStep(links)
    return new WorkflowResponse(deleteSocialPostStep(input))
  }
)
