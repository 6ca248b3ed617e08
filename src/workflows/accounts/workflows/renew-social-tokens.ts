import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { renewSocialTokensStep } from "../steps/renew-social-tokens"

/**
 * Renews the tokens of all accounts where it is time. Answers the ids of the
 * accounts that got a new one and of those that did not.
 *
 * @example
 * const { result } = await renewSocialTokensWorkflow(container).run()
 */
export const renewSocialTokensWorkflow = createWorkflow(
  "renew-social-tokens",
  function () {
    return new WorkflowResponse(renewSocialTokensStep())
  }
)
