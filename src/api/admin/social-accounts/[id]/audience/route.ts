import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { refetchSocialAccount } from "../../refetch-social-account"

/** Who follows an account, as it was asked last; `null` when it never was. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await refetchSocialAccount(id, req.scope, ["id"])
  const { accountRecord } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  res.json({ audience: await accountRecord.audience(id) })
}
