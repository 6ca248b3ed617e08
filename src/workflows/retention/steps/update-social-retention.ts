import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type { RetentionSettings } from "../../../modules/social-posts/retention/settings"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Sets how long the store keeps what; undone when a later step fails.
 *
 * @example
 * updateSocialRetentionStep({ comments_days: 90 })
 */
export const updateSocialRetentionStep = createStep(
  "update-social-retention",
  async (changes: Partial<RetentionSettings>, { container }) => {
    const { retention } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const before = await retention.settings()
    return new StepResponse(await retention.changeSettings(changes), before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .retention.changeSettings(before)
    }
  }
)
