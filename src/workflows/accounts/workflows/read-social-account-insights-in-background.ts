import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type ReadSocialAccountInsightsInput,
  readSocialAccountInsightsStep,
} from "../steps/read-social-account-insights"

/**
 * Reads the own numbers of one account, without waiting for them. With Redis a
 * worker process does the reading.
 *
 * @example
 * await readSocialAccountInsightsInBackgroundWorkflow(container).run({
 *   input: { account_id: "sacc_123" },
 * })
 */
export const readSocialAccountInsightsInBackgroundWorkflow = createWorkflow(
  "read-social-account-insights-in-background",
  function (input: ReadSocialAccountInsightsInput) {
    readSocialAccountInsightsStep(input).config({
      name: "read-social-account-insights-later",
      async: true,
    })
    return new WorkflowResponse(input)
  }
)
