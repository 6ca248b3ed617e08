import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Takes an account's access back at its platform. A platform that fails is part
 * of the answer, never an error; what was taken back cannot be given again, so
 * there is no compensation. Tokens stay inside the module.
 *
 * @example
 * const { revoked, revocation_problem } = revokeSocialAccessStep("sacc_123")
 */
export const revokeSocialAccessStep = createStep(
  "revoke-social-access",
  async (id: string, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await socialPosts.revokeAccess(id))
  }
)
