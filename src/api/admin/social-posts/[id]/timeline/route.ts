import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listOfPost } from "../../../../utils/list-of-post"

/** The readings of a post, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { data, page } = await listOfPost(req, "social_post_snapshot")
  res.json({ timeline: data, ...page })
}
