import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { markSocialPostPublishedWorkflow } from "../workflows/posts/workflows/mark-social-post-published"

interface SocialPostPublished {
  id: string
  platform_post_id?: string
  permalink?: string
}

/** A publisher says that a post is live: it is due a minute later. */
const socialPostPublished = async ({
  event: { data },
  container,
}: SubscriberArgs<SocialPostPublished>) => {
  await markSocialPostPublishedWorkflow(container).run({
    input: {
      post_id: data.id,
      platform_post_id: data.platform_post_id,
      permalink: data.permalink,
    },
  })
}

export default socialPostPublished

export const config: SubscriberConfig = {
  event: "social_post.published",
}
