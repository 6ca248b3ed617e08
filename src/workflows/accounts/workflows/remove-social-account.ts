import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type RemoveSocialAccountInput,
  removeSocialAccountStep,
} from "../steps/remove-social-account"

/**
 * Disconnects an account, with or without its data.
 *
 * @example
 * await removeSocialAccountWorkflow(container).run({
 *   input: { id: "sacc_123", delete_data: true },
 * })
 */
export const removeSocialAccountWorkflow = createWorkflow(
  "remove-social-account",
  function (input: RemoveSocialAccountInput) {
    return new WorkflowResponse(removeSocialAccountStep(input))
  }
)
