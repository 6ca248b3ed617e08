import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { StartedImport } from "../../../modules/social-posts/types/imports"
import type { FinishedImports } from "../types"

/**
 * Walks an import to its end. Gives it, or nothing when it rests until a limit
 * of the platform is over.
 *
 * @example
 * const finished = workSocialImportStep(started)
 */
export const workSocialImportStep = createStep(
  "work-social-import",
  async ({ id, worker }: StartedImport, { container }) => {
    const { imports } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const finished = await imports.work(id, worker)
    return new StepResponse<FinishedImports>(finished ? [finished] : [])
  }
)
