import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { finishSocialDeletionsStep } from "../steps/finish-social-deletions"
import { workSocialWebhooksStep } from "../steps/work-social-webhooks"

/**
 * Works off what came in by webhook, and deletes what persons demanded to be
 * deleted. Gives `{ worked, deleted }`: deliveries and accounts.
 *
 * @example
 * const { result } = await workSocialWebhooksWorkflow(container).run()
 */
export const workSocialWebhooksWorkflow = createWorkflow(
  "work-social-webhooks",
  function () {
    const deleted = finishSocialDeletionsStep()
    const worked = workSocialWebhooksStep()
    return new WorkflowResponse({ worked, deleted })
  }
)
