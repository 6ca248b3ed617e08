import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listOfPost } from "../../../../utils/list-of-post"
import { listThreadsOfPost } from "../../../../utils/list-threads-of-post"
import type { AdminGetSocialPostCommentsParamsType } from "../../validators"

/**
 * Comments of a post, newest first; replies carry `parent_id`. With `threads`,
 * top-level comments only, each with `replies` (all levels in one list, oldest
 * first, at most 100) and `reply_count` (how many there are); `count` then
 * counts the top-level ones.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<
    unknown,
    AdminGetSocialPostCommentsParamsType
  >,
  res: MedusaResponse
) => {
  const { data, page } = req.validatedQuery.threads
    ? await listThreadsOfPost(req)
    : await listOfPost(req, "social_comment")
  res.json({ comments: data, ...page })
}
