import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refetchSocialPost } from "../admin/social-posts/refetch-social-post"

/** A page of what belongs to a post; @throws 404 for an unknown post. */
export async function listOfPost(
  req: AuthenticatedMedusaRequest,
  entity: "social_comment" | "social_post_snapshot",
  filters: Record<string, unknown> = {}
) {
  const post_id = req.params.id as string
  await refetchSocialPost(post_id, req.scope, ["id"])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity,
    fields: req.queryConfig.fields,
    filters: { ...filters, post_id },
    pagination: req.queryConfig.pagination,
  })
  return {
    data,
    page: {
      count: metadata?.count,
      offset: metadata?.skip,
      limit: metadata?.take,
    },
  }
}
