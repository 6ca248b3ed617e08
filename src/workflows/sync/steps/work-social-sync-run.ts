import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { FinishedSocialSync, StartedSocialSync } from "../types"

export interface WorkSocialSyncRunInput {
  started: StartedSocialSync
  /** Gather every post's outcome, for limited runs somebody waits for. */
  collect: boolean
}

/**
 * Reads the posts of a run from their platforms and ends it. Passes ids and
 * outcomes only; tokens stay inside the module.
 *
 * @example
 * const finished = workSocialSyncRunStep({ started, collect: true })
 */
export const workSocialSyncRunStep = createStep(
  "work-social-sync-run",
  async ({ started, collect }: WorkSocialSyncRunInput, { container }) => {
    const { run_id, worker, outcomes } = started
    if (!run_id) {
      return new StepResponse<FinishedSocialSync>({ run_id, outcomes })
    }
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const read = await socialPosts.workSyncRun(run_id, worker, { collect })
    return new StepResponse<FinishedSocialSync>({
      run_id,
      outcomes: [...read, ...outcomes],
    })
  }
)
