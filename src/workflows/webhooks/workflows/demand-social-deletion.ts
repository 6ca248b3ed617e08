import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { PersonRequest } from "../../../modules/social-posts/services/person-requests"
import { SocialWebhookEvents } from "../events"
import { demandSocialDeletionStep } from "../steps/demand-social-deletion"
import { emitDeauthorized } from "../utils/emit-deauthorized"

/**
 * Takes a person's demand to delete everything that is kept through their
 * access. Tokens go at once, the data right after; gives the code that tells
 * how far it is.
 *
 * @example
 * const { result: confirmation_code } = await demandSocialDeletionWorkflow(
 *   container
 * ).run({ input: request })
 */
export const demandSocialDeletionWorkflow = createWorkflow(
  "demand-social-deletion",
  function (request: PersonRequest) {
    const demanded = demandSocialDeletionStep(request)
    emitDeauthorized(
      transform({ demanded }, ({ demanded: { accounts } }) => accounts)
    )
    emitEventStep({
      eventName: SocialWebhookEvents.RECEIVED,
      data: transform({ request }, ({ request: { platform } }) => ({
        platform,
      })),
    }).config({ name: "announce-social-deletion" })
    return new WorkflowResponse(demanded.confirmation_code)
  }
)
