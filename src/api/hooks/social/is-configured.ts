import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/** Platforms the log has told about; once is enough. */
const told = new Set<string>()

/**
 * Whether a platform's webhooks can be checked. If not, answers 503, after
 * which platforms try again, and the log says what to set.
 * @throws MedusaError 404 when the platform sends none
 */
export function isConfigured(req: MedusaRequest, res: MedusaResponse): boolean {
  const platform = req.params.platform as string
  const { webhooks } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const missing = webhooks.missingOptions(platform)
  if (missing.length === 0) {
    return true
  }
  if (!told.has(platform)) {
    told.add(platform)
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Social webhooks: a webhook of ${platform} was refused. Set these options of the provider "${platform}": ${missing.join(", ")}.`
      )
  }
  res
    .status(503)
    .json({ type: "not_configured", message: "Webhooks are not configured." })
  return false
}
