import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Forgets every reading and comment of a post, for good: nothing could bring
 * them back, so there is no compensation; let it be the last step.
 *
 * @example
 * removeSocialPostHistoryStep({ id: "spost_123" })
 */
export const removeSocialPostHistoryStep = createStep(
  "remove-social-post-history",
  async ({ id }: { id: string }, { container }) => {
    await container
      .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
      .removeHistory(id)
    return new StepResponse(id)
  }
)
