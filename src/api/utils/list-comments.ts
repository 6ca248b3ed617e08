import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../modules/social-posts"
import type SocialPostsModuleService from "../../modules/social-posts/service"
import type {
  CommentQuery,
  CommentThread,
} from "../../modules/social-posts/sql/comment-threads"

type Comments = Map<string, Record<string, unknown>>

/** A page of comments, one by one. */
export async function listComments(
  req: AuthenticatedMedusaRequest,
  query: CommentQuery
) {
  const { ids, count } = await serviceOf(req).listComments(query)
  const comments = await loadComments(req, ids)
  return {
    comments: ids.flatMap((id) => comments.get(id) ?? []),
    ...pageOf(query, count),
  }
}

/** A page of threads, each with its replies and how many there are. */
export async function listThreads(
  req: AuthenticatedMedusaRequest,
  query: CommentQuery
) {
  const { threads, count } = await serviceOf(req).listCommentThreads(query)
  const ids = threads.flatMap(({ id, reply_ids }) => [id, ...reply_ids])
  const comments = await loadComments(req, ids)
  return {
    comments: threads.map(({ id, reply_ids, reply_count }) => ({
      ...comments.get(id),
      id,
      replies: reply_ids.flatMap((replyId) => comments.get(replyId) ?? []),
      reply_count,
    })),
    ...pageOf(query, count),
  }
}

/** What the inbox tells of the post a comment is on. */
const POST_FIELDS = ["id", "caption", "platform", "permalink"]

/** A page of threads of all posts, each with its post instead of its replies. */
export async function listInbox(
  req: AuthenticatedMedusaRequest,
  query: CommentQuery
) {
  const { threads, count } = await serviceOf(req).listCommentThreads(query)
  const ids = threads.map(({ id }) => id)
  const fields = POST_FIELDS.map((name) => `post.${name}`)
  const comments = await loadComments(req, ids, fields)
  return {
    comments: threads.flatMap(({ id, reply_count }: CommentThread) => {
      const comment = comments.get(id)
      return comment ? { ...comment, reply_count } : []
    }),
    ...pageOf(query, count),
  }
}

async function loadComments(
  req: AuthenticatedMedusaRequest,
  ids: readonly string[],
  more: readonly string[] = []
): Promise<Comments> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "social_comment",
    fields: [...req.queryConfig.fields, "id", ...more],
    filters: { id: [...ids] },
  })
  return new Map(data.map((comment) => [comment.id, comment]))
}

const serviceOf = (req: AuthenticatedMedusaRequest) =>
  req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)

const pageOf = ({ offset, limit }: CommentQuery, count: number) => ({
  count,
  offset,
  limit,
})
