import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { markSocialPostPublishedWorkflow } from "../../../../../workflows/posts/workflows/mark-social-post-published"
import { refetchSocialPost } from "../../refetch-social-post"
import type { AdminMarkSocialPostPublishedType } from "../../validators"

/** A publisher says that a post is live; it is synced a minute later. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMarkSocialPostPublishedType>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await markSocialPostPublishedWorkflow(req.scope).run({
    input: { post_id: id, ...req.validatedBody },
  })
  const social_post = await refetchSocialPost(
    id,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_post })
}
