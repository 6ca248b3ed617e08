import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { batchSocialPostsWorkflow } from "../../../../workflows/posts/workflows/batch-social-posts"
import type { AdminBatchSocialPostsType } from "../validators"

/** Changes the status of some posts and deletes others: all or nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminBatchSocialPostsType>,
  res: MedusaResponse
) => {
  const { result } = await batchSocialPostsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    updated: result.updated,
    deleted: { ids: result.deleted, object: "social_post", deleted: true },
  })
}
