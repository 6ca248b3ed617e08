import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refetchSocialPost } from "../../refetch-social-post"

/** Comments of a post, newest first; replies carry `parent_id`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const post_id = req.params.id as string
  await refetchSocialPost(post_id, req.scope, ["id"])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "social_comment",
    fields: req.queryConfig.fields,
    filters: { post_id },
    pagination: req.queryConfig.pagination,
  })
  res.json({
    comments: data,
    count: metadata?.count,
    offset: metadata?.skip,
    limit: metadata?.take,
  })
}
