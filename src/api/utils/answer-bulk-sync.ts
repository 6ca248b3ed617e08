import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SyncScope } from "../../modules/social-posts/types/sync"
import { syncSocialPostsWorkflow } from "../../workflows/sync/workflows/sync-social-posts"
import { defaultSocialSyncRunFields } from "../admin/social-sync-runs/query-config"
import { withMoreProblems } from "../admin/social-sync-runs/with-more-problems"
import { syncSocialPostsInBackgroundWorkflow } from "../../workflows/sync/workflows/sync-social-posts-in-background"

/**
 * Runs a bulk sync and answers with what happened to each post; with
 * `background` answers 202 and the run, whose row shows the progress.
 * @param more what stands beside the outcome
 */
export async function answerBulkSync(
  res: MedusaResponse,
  container: MedusaContainer,
  scope: SyncScope,
  background: boolean,
  more: Record<string, unknown> = {}
): Promise<void> {
  const input = { trigger: "bulk" as const, scope }
  if (background) {
    const { result } = await syncSocialPostsInBackgroundWorkflow(container).run(
      { input }
    )
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "social_sync_run",
      fields: defaultSocialSyncRunFields,
      filters: { id: result.run_id },
    })
    res.status(202).json({ run: withMoreProblems(data[0]) })
    return
  }
  const { result } = await syncSocialPostsWorkflow(container).run({ input })
  const { outcomes } = result
  const count = (...statuses: string[]) =>
    outcomes.filter(({ status }) => statuses.includes(status)).length
  const success = count("success", "partial")
  res.json({
    message: `Synced insights for ${success} ${success === 1 ? "post" : "posts"}`,
    success,
    failed: count("failed"),
    skipped: count("skipped"),
    total: outcomes.length,
    results: outcomes.map(({ post_id, status, error }) => ({
      postId: post_id,
      status,
      ...(error && { error }),
    })),
    run_id: result.run_id,
    ...more,
  })
}
