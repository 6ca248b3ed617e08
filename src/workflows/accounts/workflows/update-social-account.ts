import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type UpdateSocialAccountInput,
  updateSocialAccountStep,
} from "../steps/update-social-account"

/**
 * Pauses, resumes or renames an account, or sets what is read of it and how
 * often.
 *
 * @example
 * await updateSocialAccountWorkflow(container).run({
 *   input: { id: "sacc_123", status: "paused" },
 * })
 */
export const updateSocialAccountWorkflow = createWorkflow(
  "update-social-account",
  function (input: UpdateSocialAccountInput) {
    return new WorkflowResponse(updateSocialAccountStep(input))
  }
)
