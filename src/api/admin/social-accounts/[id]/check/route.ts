import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"

/**
 * Asks the platform how an account is: token, permissions, limits, refused
 * metrics, API version. A dead token is an answer, no error; a platform that
 * cannot be reached leaves `token.valid` open and changes nothing.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const check = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .checkAccountHealth(req.params.id as string)
  res.json({ check })
}
