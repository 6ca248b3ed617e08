import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { batchLinkSocialPostProductsWorkflow } from "../../../../../workflows/posts/workflows/batch-link-social-post-products"
import type { LinkBodyType } from "../../../../utils/validators"
import { refetchSocialPost } from "../../refetch-social-post"

/** Says which products a post shows. */
export const POST = async (
  req: AuthenticatedMedusaRequest<LinkBodyType>,
  res: MedusaResponse
) => {
  const post_id = req.params.id as string
  const { add, remove } = req.validatedBody
  await refetchSocialPost(post_id, req.scope, ["id"])
  const withPost = (product_id: string) => ({ post_id, product_id })
  await batchLinkSocialPostProductsWorkflow(req.scope).run({
    input: { add: add.map(withPost), remove: remove.map(withPost) },
  })
  const social_post = await refetchSocialPost(
    post_id,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_post })
}
