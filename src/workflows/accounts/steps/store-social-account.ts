import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { SealedAccount } from "../../../modules/social-posts/types/accounts"

/**
 * Keeps a checked account with its sealed token. Not compensated: an account
 * that existed before must keep its new token when a later step fails.
 *
 * @example
 * const id = storeSocialAccountStep(account)
 */
export const storeSocialAccountStep = createStep(
  "store-social-account",
  async (account: SealedAccount, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await socialPosts.storeAccount(account))
  }
)
