import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../modules/social-posts"
import type SocialPostsModuleService from "../modules/social-posts/service"
import { syncSocialPostsInBackgroundWorkflow } from "../workflows/sync/workflows/sync-social-posts-in-background"

/**
 * Each minute: reads the posts whose time has come (just published, or due by
 * their cadence), and finishes runs whose process died. In this order, because
 * an interrupted run can take long and a new post cannot wait.
 */
const syncDuePosts = async (container: MedusaContainer) => {
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  await syncSocialPostsInBackgroundWorkflow(container).run({
    input: { trigger: "due", scope: { due: true } },
  })
  await socialPosts.resumeAbandonedRuns()
}

export default syncDuePosts

export const config = {
  name: "sync-due-social-posts",
  schedule: "* * * * *",
}
