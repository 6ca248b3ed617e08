import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { removeSocialPostHistoryStep } from "../steps/remove-social-post-history"
import {
  type UpdateSocialPostInput,
  updateSocialPostStep,
} from "../steps/update-social-post"

/**
 * Changes a post's caption, status, address or ids. With another platform id
 * it is another post: what was read of the earlier one goes, for good.
 * Returns the post's id.
 *
 * @example
 * await updateSocialPostWorkflow(container).run({
 *   input: { id: "spost_123", status: "archived" },
 * })
 */
export const updateSocialPostWorkflow = createWorkflow(
  "update-social-post",
  function (input: UpdateSocialPostInput) {
    const updated = updateSocialPostStep(input)
    when({ updated }, ({ updated: { replaced } }) => replaced).then(() => {
      removeSocialPostHistoryStep(input)
    })
    return new WorkflowResponse(
      transform({ updated }, ({ updated: { id } }) => id)
    )
  }
)
