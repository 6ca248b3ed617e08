import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { ChosenAccounts } from "../../../modules/social-posts/types/connections"

/**
 * Ends a connection with a choice of accounts; it is open again when a later
 * step fails. All tokens stay sealed.
 *
 * @example
 * const accounts = takeSocialConnectionStep({
 *   connection_id: "sconn_123",
 *   actor_id: "user_123",
 *   external_ids: ["17841400000000001"],
 * })
 */
export const takeSocialConnectionStep = createStep(
  "take-social-connection",
  async (chosen: ChosenAccounts, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const { accounts, connection } = await socialPosts.takeConnection(chosen)
    return new StepResponse(accounts, connection)
  },
  async (connection, { container }) => {
    if (connection) {
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .restoreConnection(connection)
    }
  }
)
