import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { startSocialSyncRunStep } from "../steps/start-social-sync-run"
import { validateSocialPostSyncStep } from "../steps/validate-social-post-sync"
import { workSocialSyncRunStep } from "../steps/work-social-sync-run"

export interface SyncSocialPostInput {
  post_id: string
  /** Read the post although its numbers are fresh. */
  force?: boolean
}

/**
 * Syncs one post, with everything its platform gives.
 *
 * @example
 * const { result } = await syncSocialPostWorkflow(container).run({
 *   input: { post_id: "spost_123", force: true },
 * })
 */
export const syncSocialPostWorkflow = createWorkflow(
  "sync-social-post",
  function (input: SyncSocialPostInput) {
    const question = transform({ input }, ({ input: { post_id, force } }) => ({
      post_id,
      force: force ?? false,
    }))
    const obstacle = validateSocialPostSyncStep(question)
    const run = transform({ question }, ({ question: { post_id, force } }) => ({
      trigger: "manual" as const,
      scope: { post_ids: [post_id], force, depth: "single" as const },
    }))
    const started = startSocialSyncRunStep(run)
    const finished = workSocialSyncRunStep({ started, collect: true })
    return new WorkflowResponse({ obstacle, finished })
  }
)
