import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteSocialPostStep } from "../steps/delete-social-post"

/**
 * Deletes a post with its history and comments.
 *
 * @example
 * await deleteSocialPostWorkflow(container).run({ input: { id: "spost_123" } })
 */
export const deleteSocialPostWorkflow = createWorkflow(
  "delete-social-post",
  function (input: { id: string }) {
    return new WorkflowResponse(deleteSocialPostStep(input))
  }
)
