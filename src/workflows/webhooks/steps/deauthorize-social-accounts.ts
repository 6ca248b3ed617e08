import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { PersonRequest } from "../../../modules/social-posts/services/person-requests"

/**
 * Forgets the tokens a person took back. There is no compensation: the
 * platform does not accept them any more.
 *
 * @example
 * const accounts = deauthorizeSocialAccountsStep(request)
 */
export const deauthorizeSocialAccountsStep = createStep(
  "deauthorize-social-accounts",
  async (request: PersonRequest, { container }) => {
    const { personRequests } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await personRequests.deauthorize(request))
  }
)
