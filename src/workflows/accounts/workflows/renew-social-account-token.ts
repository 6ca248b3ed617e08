import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type RenewSocialAccountTokenInput,
  renewSocialAccountTokenStep,
} from "../steps/renew-social-account-token"

/**
 * Renews the token of an account now, where its platform allows it; an error
 * says why it does not.
 *
 * @example
 * await renewSocialAccountTokenWorkflow(container).run({
 *   input: { id: "sacc_123" },
 * })
 */
export const renewSocialAccountTokenWorkflow = createWorkflow(
  "renew-social-account-token",
  function (input: RenewSocialAccountTokenInput) {
    return new WorkflowResponse(renewSocialAccountTokenStep(input))
  }
)
