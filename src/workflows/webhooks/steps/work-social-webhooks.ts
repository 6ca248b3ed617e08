import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Works off what platforms told by webhook. Gives how many deliveries.
 *
 * @example
 * const worked = workSocialWebhooksStep()
 */
export const workSocialWebhooksStep = createStep(
  "work-social-webhooks",
  async (_: void, { container }) => {
    const { webhooks } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await webhooks.workDue())
  }
)
