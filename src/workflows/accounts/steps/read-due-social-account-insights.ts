import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * Reads the own numbers of the accounts whose time has come. Not compensated:
 * what was read stays true.
 *
 * @example
 * const report = readDueSocialAccountInsightsStep()
 */
export const readDueSocialAccountInsightsStep = createStep(
  "read-due-social-account-insights",
  async (_input: undefined, { container }) => {
    const { accountRecord } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await accountRecord.readDue())
  }
)
