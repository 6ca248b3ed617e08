import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import type { AdminAuthorizeSocialAccountType } from "../connections/validators"
import { requireRedirectUri } from "./require-redirect-uri"

/**
 * Begins to connect accounts through a platform's consent page. No workflow:
 * its records would keep the address, which holds the state in the open.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAuthorizeSocialAccountType>,
  res: MedusaResponse
) => {
  const { projectConfig } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  requireRedirectUri(req.validatedBody.redirect_uri, {
    adminCors: projectConfig.http.adminCors,
    host: req.get("host"),
  })
  const begun = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .beginConnection({
      ...req.validatedBody,
      actor_id: req.auth_context.actor_id,
    })
  res.json(begun)
}
