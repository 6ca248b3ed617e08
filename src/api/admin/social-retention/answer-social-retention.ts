import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

const RUNS_SHOWN = 10

/** The rules that are applied, what the store set, and what was removed lately. */
export async function answerSocialRetention(
  res: MedusaResponse,
  container: MedusaContainer
): Promise<void> {
  const { retention } =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const [rules, settings, runs] = await Promise.all([
    retention.rules(),
    retention.settings(),
    retention.lastRuns(RUNS_SHOWN),
  ])
  res.json({ rules, settings, runs })
}
