import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listInbox } from "../../utils/list-comments"
import type { AdminGetSocialCommentsParamsType } from "./validators"

/**
 * The threads of all posts, newest first: the comment each begins with, how
 * many replies are below it, and its post. `q` and `hidden` ask for any comment
 * of a thread; `unanswered=true` leaves those in which somebody else has the
 * last word, `false` those in which the account has it.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetSocialCommentsParamsType>,
  res: MedusaResponse
) => {
  const { fields: _fields, order, ...query } = req.validatedQuery
  res.json(await listInbox(req, { ...query, order: order ?? "-commented_at" }))
}
