import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type UpdateSocialPostInput,
  updateSocialPostStep,
} from "../steps/update-social-post"

/**
 * Changes a post's caption, status, address or ids.
 *
 * @example
 * await updateSocialPostWorkflow(container).run({
 *   input: { id: "spost_123", status: "archived" },
 * })
 */
export const updateSocialPostWorkflow = createWorkflow(
  "update-social-post",
  function (input: UpdateSocialPostInput) {
    return new WorkflowResponse(updateSocialPostStep(input))
  }
)
