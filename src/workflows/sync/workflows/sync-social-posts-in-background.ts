import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { startSocialSyncRunStep } from "../steps/start-social-sync-run"
import { workSocialSyncRunStep } from "../steps/work-social-sync-run"
import type { SyncSocialPostsInput } from "../types"

/**
 * Starts a sync and returns at once with the run, whose row shows the
 * progress. With Redis a worker process does the reading.
 *
 * @example
 * const { result } = await syncSocialPostsInBackgroundWorkflow(container).run({
 *   input: { trigger: "bulk", scope: { limit: 1000 } },
 * })
 */
export const syncSocialPostsInBackgroundWorkflow = createWorkflow(
  "sync-social-posts-in-background",
  function (input: SyncSocialPostsInput) {
    const started = startSocialSyncRunStep(input)
    workSocialSyncRunStep({ started, collect: false }).config({
      name: "work-social-sync-run-in-background",
      async: true,
    })
    return new WorkflowResponse(started)
  }
)
