import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { PostBatch } from "../../../modules/social-posts/sql/batch-posts"

/**
 * Changes the status of some posts and deletes others, for good, in one
 * transaction: all or nothing. Nothing could bring deleted posts back, so there
 * is no compensation; let it be the last step.
 *
 * @example
 * batchSocialPostsStep({ update: [], delete: ["spost_123"] })
 */
export const batchSocialPostsStep = createStep(
  "batch-social-posts",
  async (batch: PostBatch, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.batchPosts(batch)
    return new StepResponse({
      updated: batch.update.map(({ id }) => id),
      deleted: batch.delete,
    })
  }
)
