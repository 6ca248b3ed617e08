import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refetchSocialPost } from "../../refetch-social-post"

/** The readings of a post, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const post_id = req.params.id as string
  await refetchSocialPost(post_id, req.scope, ["id"])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "social_post_snapshot",
    fields: req.queryConfig.fields,
    filters: { post_id },
    pagination: req.queryConfig.pagination,
  })
  res.json({
    timeline: data,
    count: metadata?.count,
    offset: metadata?.skip,
    limit: metadata?.take,
  })
}
