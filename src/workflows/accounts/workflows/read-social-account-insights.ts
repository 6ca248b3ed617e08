import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type ReadSocialAccountInsightsInput,
  readSocialAccountInsightsStep,
} from "../steps/read-social-account-insights"

/**
 * Reads the own numbers of one account now: followers, reach, views and the
 * like, day by day. Trouble with the platform is part of the answer.
 *
 * @example
 * const { result } = await readSocialAccountInsightsWorkflow(container).run({
 *   input: { account_id: "sacc_123" },
 * })
 */
export const readSocialAccountInsightsWorkflow = createWorkflow(
  "read-social-account-insights",
  function (input: ReadSocialAccountInsightsInput) {
    return new WorkflowResponse(readSocialAccountInsightsStep(input))
  }
)
