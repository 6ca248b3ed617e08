import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface RenewSocialAccountTokenInput {
  id: string
}

/**
 * Renews the token of an account now. Not compensated: the earlier token may
 * be of no use any more.
 *
 * @example
 * renewSocialAccountTokenStep({ id: "sacc_123" })
 */
export const renewSocialAccountTokenStep = createStep(
  "renew-social-account-token",
  async ({ id }: RenewSocialAccountTokenInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.retrieveSocialAccount(id, { select: ["id"] })
    await socialPosts.renewToken(id)
    return new StepResponse(id)
  }
)
