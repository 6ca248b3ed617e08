import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface RemoveSocialAccountInput {
  id: string
  /** Its posts, history and comments go too. */
  delete_data: boolean
}

/**
 * Forgets an account's token, for good: nothing could bring it back, so there
 * is no compensation.
 *
 * @example
 * removeSocialAccountStep({ id: "sacc_123", delete_data: false })
 */
export const removeSocialAccountStep = createStep(
  "remove-social-account",
  async ({ id, delete_data }: RemoveSocialAccountInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.retrieveSocialAccount(id, { select: ["id"] })
    await socialPosts.removeAccount(id, delete_data)
    return new StepResponse(id)
  }
)
