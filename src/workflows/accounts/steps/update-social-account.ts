import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface UpdateSocialAccountInput {
  id: string
  username?: string
  status?: "active" | "paused"
  status_reason?: string | null
}

/**
 * Changes an account; undone when a later step fails.
 *
 * @example
 * updateSocialAccountStep({ id: "sacc_123", status: "paused" })
 */
export const updateSocialAccountStep = createStep(
  "update-social-account",
  async (input: UpdateSocialAccountInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const before = await socialPosts.retrieveSocialAccount(input.id, {
      select: ["id", "username", "status", "status_reason"],
    })
    await socialPosts.updateSocialAccounts(input)
    return new StepResponse(input.id, before)
  },
  async (before, { container }) => {
    if (before) {
      const { id, username, status, status_reason } = before
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .updateSocialAccounts({ id, username, status, status_reason })
    }
  }
)
