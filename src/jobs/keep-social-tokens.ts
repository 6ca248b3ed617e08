import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../modules/social-posts"
import type SocialPostsModuleService from "../modules/social-posts/service"
import { sendDueNotices } from "../workflows/accounts/utils/send-due-notices"
import { renewSocialTokensWorkflow } from "../workflows/accounts/workflows/renew-social-tokens"

/**
 * Each hour: renews tokens ahead of their end, tells merchants where only a
 * person can, and forgets connections that nobody finished. Two processes may
 * run it at the same time: each token is renewed once.
 */
const keepSocialTokens = async (container: MedusaContainer) => {
  await renewSocialTokensWorkflow(container).run()
  await sendDueNotices(container)
  await container
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .forgetConnections()
}

export default keepSocialTokens

export const config = {
  name: "keep-social-tokens",
  schedule: "0 * * * *",
}
