import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"

/**
 * What deleting the account with its data would delete, and what disconnecting
 * does at the platform: `revocation` is what is taken back there.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const removal = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .previewRemoval(req.params.id as string)
  res.json({ removal })
}
