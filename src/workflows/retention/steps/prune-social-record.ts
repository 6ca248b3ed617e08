import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { PruneRequest } from "../../../modules/social-posts/services/retention-service"

/**
 * Applies the retention rules. What is removed is removed for good.
 *
 * @example
 * pruneSocialRecordStep({ trigger: "manual", dry_run: true })
 */
export const pruneSocialRecordStep = createStep(
  "prune-social-record",
  async (input: PruneRequest, { container }) => {
    const { retention } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await retention.prune(input))
  }
)
