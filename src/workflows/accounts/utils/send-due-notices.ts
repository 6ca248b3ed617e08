import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import { sendSocialAccountNoticesWorkflow } from "../workflows/send-social-account-notices"

/**
 * Sends what merchants have to be told about their accounts; one cheap query
 * when there is nothing. Confirmed only after the events have gone out: when
 * the process dies before, another one sends them again, while the feed keeps
 * each notice once.
 */
export async function sendDueNotices(
  container: MedusaContainer
): Promise<void> {
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  for (;;) {
    const notices = await socialPosts.claimAccountNotices()
    if (notices.length === 0) {
      return
    }
    const { result: sent } = await sendSocialAccountNoticesWorkflow(
      container
    ).run({ input: { notices } })
    await socialPosts.confirmAccountNotices(sent)
  }
}
