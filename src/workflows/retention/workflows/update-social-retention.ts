import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { RetentionSettings } from "../../../modules/social-posts/retention/settings"
import { updateSocialRetentionStep } from "../steps/update-social-retention"

/**
 * Sets how long the store keeps what. The platforms' own rules stay as they are.
 *
 * @example
 * await updateSocialRetentionWorkflow(container).run({
 *   input: { comments_days: 90 },
 * })
 */
export const updateSocialRetentionWorkflow = createWorkflow(
  "update-social-retention",
  function (input: Partial<RetentionSettings>) {
    return new WorkflowResponse(updateSocialRetentionStep(input))
  }
)
