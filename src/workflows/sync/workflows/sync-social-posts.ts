import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { startSocialSyncRunStep } from "../steps/start-social-sync-run"
import { workSocialSyncRunStep } from "../steps/work-social-sync-run"
import type { SyncSocialPostsInput } from "../types"

/**
 * Syncs posts and waits until they are read. Returns the run's id and what
 * happened to each post.
 *
 * @example
 * const { result } = await syncSocialPostsWorkflow(container).run({
 *   input: { trigger: "bulk", scope: { platform: "instagram", limit: 50 } },
 * })
 */
export const syncSocialPostsWorkflow = createWorkflow(
  "sync-social-posts",
  function (input: SyncSocialPostsInput) {
    const started = startSocialSyncRunStep(input)
    return new WorkflowResponse(
      workSocialSyncRunStep({ started, collect: true })
    )
  }
)
