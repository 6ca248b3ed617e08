import type { MedusaContainer } from "@medusajs/framework/types"
import { importDueSocialPostsWorkflow } from "../workflows/imports/workflows/import-due-social-posts"

/**
 * Each minute: brings in all posts of accounts that were just connected, and
 * new posts and stories of the others when their time has come. Two processes
 * may run it at the same time: each account goes to one.
 */
const importSocialPosts = async (container: MedusaContainer) => {
  await importDueSocialPostsWorkflow(container).run()
}

export default importSocialPosts

export const config = {
  name: "import-social-posts",
  schedule: "* * * * *",
}
