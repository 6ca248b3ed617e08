import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { AccountSettings } from "../../../modules/social-posts/sql/account-settings"

export interface UpdateSocialAccountInput extends AccountSettings {
  id: string
}

const UNDONE = [
  "username",
  "status",
  "status_reason",
  "sync_numbers",
  "sync_comments",
  "sync_schedule",
] as const

/**
 * Changes an account; undone when a later step fails. Another schedule plans
 * the next readings of its posts anew.
 *
 * @example
 * updateSocialAccountStep({ id: "sacc_123", sync_schedule: "0 2 * * *" })
 */
export const updateSocialAccountStep = createStep(
  "update-social-account",
  async ({ id, ...settings }: UpdateSocialAccountInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const before = await socialPosts.retrieveSocialAccount(id, {
      select: ["id", ...UNDONE],
    })
    await socialPosts.changeAccount(id, settings)
    return new StepResponse(id, before)
  },
  async (before, { container }) => {
    if (before) {
      const settings = Object.fromEntries(
        UNDONE.map((name) => [name, before[name]])
      )
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .changeAccount(before.id, settings)
    }
  }
)
