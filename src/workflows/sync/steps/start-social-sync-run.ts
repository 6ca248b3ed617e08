import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { StartedSocialSync, SyncSocialPostsInput } from "../types"

/**
 * Creates a run and claims its posts. Not compensated: a run whose process
 * dies is taken over by another, which is what must happen here too.
 *
 * @example
 * const started = startSocialSyncRunStep({ trigger: "bulk", scope: { limit: 50 } })
 */
export const startSocialSyncRunStep = createStep(
  "start-social-sync-run",
  async ({ trigger, scope }: SyncSocialPostsInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const started = await socialPosts.startSyncRun(trigger, scope)
    return new StepResponse<StartedSocialSync>(
      started ?? { run_id: null, worker: "", outcomes: [] }
    )
  }
)
