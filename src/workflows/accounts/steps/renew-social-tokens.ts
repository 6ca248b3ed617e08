import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Renews the tokens that are due. Not compensated: the earlier tokens may be
 * of no use any more.
 *
 * @example
 * const report = renewSocialTokensStep()
 */
export const renewSocialTokensStep = createStep(
  "renew-social-tokens",
  async (_input: undefined, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await socialPosts.renewTokens())
  }
)
