import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Deletes a post with its history and comments, for good: comments are other
 * people's words and must not linger in soft-deleted rows.
 *
 * @example
 * deleteSocialPostStep({ id: "spost_123" })
 */
export const deleteSocialPostStep = createStep(
  "delete-social-post",
  async ({ id }: { id: string }, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.retrieveSocialPost(id, { select: ["id"] })
    await socialPosts.deleteSocialPosts(id)
    return new StepResponse(id)
  }
)
