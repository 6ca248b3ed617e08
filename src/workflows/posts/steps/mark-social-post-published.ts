import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface MarkSocialPostPublishedInput {
  post_id: string
  platform_post_id?: string | null
  permalink?: string | null
  posted_at?: Date | string | null
}

/**
 * Marks a post as published. Its first reading is due a minute later, as a row
 * in the database; doing it twice changes nothing.
 *
 * @example
 * markSocialPostPublishedStep({ post_id: "spost_123" })
 */
export const markSocialPostPublishedStep = createStep(
  "mark-social-post-published",
  async (input: MarkSocialPostPublishedInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const post = await socialPosts.retrieveSocialPost(input.post_id, {
      relations: ["account"],
    })
    if (post.status === "archived" || post.status === "unavailable") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The post is ${post.status} and cannot be marked as published. Set its status to "draft" first.`
      )
    }
    const platform_post_id = input.platform_post_id
      ? await socialPosts.parsePostId(
          post.platform,
          input.platform_post_id,
          post.account.external_id
        )
      : null
    await socialPosts.markPublished({ ...input, platform_post_id })
    return new StepResponse(input.post_id)
  }
)
