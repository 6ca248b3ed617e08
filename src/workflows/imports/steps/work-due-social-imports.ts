import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { FinishedImports } from "../types"

/**
 * Imports what is due, and goes on with imports whose process died or whose
 * limit is over. In this order, because an interrupted one can take long.
 *
 * @example
 * const finished = workDueSocialImportsStep()
 */
export const workDueSocialImportsStep = createStep(
  "work-due-social-imports",
  async (_: void, { container }) => {
    const { imports } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const due = await imports.runDue()
    const resumed = await imports.resumeAbandoned()
    return new StepResponse<FinishedImports>([...due, ...resumed])
  }
)
