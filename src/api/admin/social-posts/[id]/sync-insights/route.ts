import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerSingleSync } from "../../../../utils/answer-single-sync"
import { syncSocialPostWorkflow } from "../../../../../workflows/sync/workflows/sync-social-post"
import { refetchSocialPost } from "../../refetch-social-post"
import type { AdminSyncSocialPostType } from "../../validators"

/** Syncs one post with everything its platform gives. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncSocialPostType>,
  res: MedusaResponse
) => {
  const post_id = req.params.id as string
  const { result } = await syncSocialPostWorkflow(req.scope).run({
    input: { post_id, force: req.validatedBody.force ?? false },
  })
  const post = await refetchSocialPost(post_id, req.scope, [
    "insights",
    "last_synced_at",
  ])
  answerSingleSync(res, {
    outcome: result.finished.outcomes[0] ?? null,
    obstacle: result.obstacle,
    insights: post.insights ?? {},
    last_synced_at: post.last_synced_at,
  })
}
