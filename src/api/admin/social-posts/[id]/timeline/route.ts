import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { listOfPost } from "../../../../utils/list-of-post"
import type { AdminGetSocialPostTimelineParamsType } from "../../validators"

/**
 * The readings of a post, newest first and in pages, beside what they mean:
 * the whole series of the span, what it gained, its best days, where the
 * platform changed its way of counting, and the span before.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<
    unknown,
    AdminGetSocialPostTimelineParamsType
  >,
  res: MedusaResponse
) => {
  const { from, to, compare } = req.validatedQuery
  const span = { from: toDate(from), to: toDate(to) }
  const { data, page } = await listOfPost(req, "social_post_snapshot", {
    ...((from || to) && {
      captured_at: {
        ...(from && { $gte: span.from }),
        ...(to && { $lte: span.to }),
      },
    }),
  })
  const { history } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const meaning = await history.timelineOfPost(req.params.id as string, {
    ...span,
    compare,
  })
  res.json({ timeline: data, ...meaning, ...page })
}

const toDate = (time: string | undefined) => (time ? new Date(time) : null)
