import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { ImportSocialPostsInput } from "../types"

/**
 * Creates an import. Not compensated: one whose process dies is taken over by
 * another, which is what must happen here too.
 *
 * @example
 * const started = startSocialImportStep({ account_id: "sacc_123", trigger: "manual" })
 */
export const startSocialImportStep = createStep(
  "start-social-import",
  async (
    { account_id, trigger, full, since, limit }: ImportSocialPostsInput,
    { container }
  ) => {
    const { imports } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    // Who says how far back means a walk that goes there.
    const isFull = full || since !== undefined
    const started = await imports.start(account_id, {
      trigger,
      ...(isFull && { kind: "full" as const }),
      ...(since !== undefined && {
        since: since === null ? null : new Date(since),
      }),
      ...(limit !== undefined && { limit }),
    })
    return new StepResponse(started)
  }
)
