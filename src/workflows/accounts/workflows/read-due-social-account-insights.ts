import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { readDueSocialAccountInsightsStep } from "../steps/read-due-social-account-insights"

/**
 * Reads the own numbers of all accounts where it is time. Answers the ids of
 * the accounts that were read and of those that were not.
 *
 * @example
 * const { result } = await readDueSocialAccountInsightsWorkflow(container).run()
 */
export const readDueSocialAccountInsightsWorkflow = createWorkflow(
  "read-due-social-account-insights",
  function () {
    return new WorkflowResponse(readDueSocialAccountInsightsStep())
  }
)
