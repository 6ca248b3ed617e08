import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import type { AdminSocialAccountCallbackType } from "../connections/validators"

/**
 * Takes what the consent page answered, once, and tells which accounts can be
 * connected. No workflow: its records would keep the code.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSocialAccountCallbackType>,
  res: MedusaResponse
) => {
  const { state, code, error, ...more } = req.validatedBody
  const connection = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .completeConnection({
      actor_id: req.auth_context.actor_id,
      state,
      code,
      refusal: error === undefined ? undefined : { error, ...more },
    })
  res.json({ connection })
}
