import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PruneRequest } from "../../../modules/social-posts/services/retention-service"
import { pruneSocialRecordStep } from "../steps/prune-social-record"

/**
 * Removes what may not be kept any longer, and tells how much it was; with
 * `dry_run` how much it would be.
 *
 * @example
 * const { result } = await pruneSocialRecordWorkflow(container).run({
 *   input: { trigger: "manual", dry_run: true },
 * })
 */
export const pruneSocialRecordWorkflow = createWorkflow(
  "prune-social-record",
  function (input: PruneRequest) {
    return new WorkflowResponse(pruneSocialRecordStep(input))
  }
)
