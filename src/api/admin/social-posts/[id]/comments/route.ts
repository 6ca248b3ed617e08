import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listOfPost } from "../../../../utils/list-of-post"

/** Comments of a post, newest first; replies carry `parent_id`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { data, page } = await listOfPost(req, "social_comment")
  res.json({ comments: data, ...page })
}
