import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface ValidateSocialPostsInput {
  ids: string[]
  /** What the caller calls them, for the sentence: `delete`, `add`, … */
  field: string
}

/**
 * Refuses ids of posts that do not exist, naming them.
 *
 * @example
 * validateSocialPostsStep({ ids: ["spost_123"], field: "add" })
 */
export const validateSocialPostsStep = createStep(
  "validate-social-posts",
  async ({ ids, field }: ValidateSocialPostsInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.requirePosts(ids, field)
    return new StepResponse(ids)
  }
)
