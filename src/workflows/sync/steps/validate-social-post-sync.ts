import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface ValidateSocialPostSyncInput {
  post_id: string
  force: boolean
}

/**
 * Refuses a sync that cannot work, before anything is written.
 *
 * @example
 * validateSocialPostSyncStep({ post_id: "spost_123", force: false })
 */
export const validateSocialPostSyncStep = createStep(
  "validate-social-post-sync",
  async (input: ValidateSocialPostSyncInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const post = await socialPosts.retrieveSocialPost(input.post_id, {
      select: ["id", "status", "platform"],
    })
    if (post.status !== "posted") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Only posted posts can be synced; this one is "${post.status}". Mark it as published first.`
      )
    }
    const obstacle = await socialPosts.findSyncObstacle(
      input.post_id,
      input.force
    )
    if (!obstacle) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The platform "${post.platform}" is not configured in this store. Add it to the plugin's providers.`
      )
    }
    if (obstacle.obstacle === "busy") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The post is already syncing in run ${obstacle.run_id}. Wait until it has finished.`
      )
    }
    if (obstacle.obstacle === "account") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The post's account cannot be read. ${obstacle.reason ?? "Reconnect or resume the account."}`
      )
    }
    return new StepResponse(obstacle)
  }
)
