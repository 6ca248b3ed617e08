import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listComments, listThreads } from "../../../../utils/list-comments"
import { refetchSocialPost } from "../../refetch-social-post"
import type { AdminGetSocialPostCommentsParamsType } from "../../validators"

/**
 * Comments of a post, newest first; replies carry `parent_id`. With `threads`,
 * top-level comments only, each with `replies` (all levels in one list, oldest
 * first, at most 100) and `reply_count` (how many there are); `count` then
 * counts the top-level ones, and `q` and `hidden` ask for any comment of a
 * thread. `unanswered` stands on the comment that a thread begins with: `null`
 * when it is not known who wrote the last one. A comment with `removed_at` is
 * gone from the platform; its text and author are blank.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<
    unknown,
    AdminGetSocialPostCommentsParamsType
  >,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await refetchSocialPost(id, req.scope, ["id"])
  const { q, unanswered, hidden, order, limit, offset } = req.validatedQuery
  const filters = { post_id: [id], q, unanswered, hidden }
  const query = { ...filters, order: order ?? "-commented_at", limit, offset }
  const list = req.validatedQuery.threads ? listThreads : listComments
  res.json(await list(req, query))
}
