import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { refetchSocialAccount } from "../../refetch-social-account"
import type { AdminGetSocialAccountTimelineParamsType } from "../../validators"

/**
 * An account day by day, oldest first, with what the days add up to, their
 * peaks, the newest known value of every metric and, with `compare`, the span
 * of the same length before. Days that have not come are left out.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<AdminGetSocialAccountTimelineParamsType>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await refetchSocialAccount(id, req.scope, ["id"])
  const { from, to, compare } = req.validatedBody
  const { accountRecord } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  res.json(
    await accountRecord.timeline(id, {
      from,
      to,
      compare: compare === "previous",
    })
  )
}
