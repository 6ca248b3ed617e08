import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { PersonRequest } from "../../../modules/social-posts/services/person-requests"

/**
 * Takes a person's demand to delete what is kept through their access, and
 * forgets their tokens. There is no compensation.
 *
 * @example
 * const { confirmation_code } = demandSocialDeletionStep(request)
 */
export const demandSocialDeletionStep = createStep(
  "demand-social-deletion",
  async (request: PersonRequest, { container }) => {
    const { personRequests } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await personRequests.demandDeletion(request))
  }
)
