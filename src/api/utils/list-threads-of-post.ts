import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../modules/social-posts"
import type SocialPostsModuleService from "../../modules/social-posts/service"
import { refetchSocialPost } from "../admin/social-posts/refetch-social-post"
import type { AdminGetSocialPostCommentsParamsType } from "../admin/social-posts/validators"

/** A page of the comment threads of a post; @throws 404 for an unknown post. */
export async function listThreadsOfPost(
  req: AuthenticatedMedusaRequest<unknown, AdminGetSocialPostCommentsParamsType>
) {
  const post_id = req.params.id as string
  await refetchSocialPost(post_id, req.scope, ["id"])
  const { order = "-commented_at", limit, offset } = req.validatedQuery
  const { threads, count } = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .listCommentThreads(post_id, { order, limit, offset })
  const ids = threads.flatMap(({ id, reply_ids }) => [id, ...reply_ids])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "social_comment",
    fields: [...req.queryConfig.fields, "id"],
    filters: { id: ids },
  })
  const byId = new Map(data.map((comment) => [comment.id, comment]))
  return {
    data: threads.map(({ id, reply_ids, reply_count }) => ({
      ...byId.get(id),
      id,
      replies: reply_ids.flatMap((replyId) => byId.get(replyId) ?? []),
      reply_count,
    })),
    page: { count, offset, limit },
  }
}
