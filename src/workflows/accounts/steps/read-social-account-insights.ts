import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface ReadSocialAccountInsightsInput {
  account_id: string
  /** Also when they were read a moment ago. */
  force?: boolean
}

/**
 * Reads the own numbers of one account: the days that are missing, and the
 * totals of today. Not compensated: what was read stays true.
 *
 * @example
 * const reading = readSocialAccountInsightsStep({ account_id: "sacc_123" })
 */
export const readSocialAccountInsightsStep = createStep(
  "read-social-account-insights",
  async (
    { account_id, force = false }: ReadSocialAccountInsightsInput,
    { container }
  ) => {
    const { accountRecord } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    return new StepResponse(await accountRecord.readNow(account_id, { force }))
  }
)
