import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { PostListQuery } from "../../../modules/social-posts/sql/list-posts"
import { createSocialPostWorkflow } from "../../../workflows/posts/workflows/create-social-post"
import { refetchSocialPost } from "./refetch-social-post"
import type { AdminCreateSocialPostType } from "./validators"
import { withoutCommentsData } from "./without-comments-data"

interface ListFilters {
  id?: string[]
  with_comments_data?: boolean
}

/**
 * Lists posts, in an order that may be any metric.
 *
 * What a row can show of a post's picture is in `media`, which a sync fills:
 * `{ media_url?, thumbnail_url? } | null`. `thumbnail_url` is always a picture
 * and is missing where the platform gives none of its own (photos on Instagram
 * and X: there `media_url` is the picture); for videos `media_url` is the video.
 * LinkedIn gives neither. The addresses expire on Instagram and Facebook.
 *
 * `insights` comes without `comments_data` (up to 100 comments a row) unless
 * `with_comments_data=true` asks for it; a single post always carries it.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, { order: string }>,
  res: MedusaResponse
) => {
  const socialPosts =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const { id, with_comments_data, ...filters } =
    req.filterableFields as ListFilters
  const { skip: offset = 0, take: limit = 50 } =
    req.queryConfig.pagination ?? {}
  const order = req.validatedQuery.order
  const { ids, count } = await socialPosts.listPostIds({
    ...filters,
    ...(id && { ids: id }),
    order,
    limit: limit ?? 50,
    offset,
  } as PostListQuery)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "social_post",
    fields: [...req.queryConfig.fields, "id"],
    filters: { id: ids },
  })
  const rows = with_comments_data ? data : data.map(withoutCommentsData)
  const byId = new Map(rows.map((post) => [post.id, post]))
  res.json({
    social_posts: ids.flatMap((postId) => byId.get(postId) ?? []),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateSocialPostType>,
  res: MedusaResponse
) => {
  const { result: id } = await createSocialPostWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const social_post = await refetchSocialPost(
    id,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_post })
}
