import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import { firstSyncAt } from "../../../modules/social-posts/insights/next-sync-at"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface UpdateSocialPostInput {
  id: string
  platform_post_id?: string
  status?: "draft" | "scheduled" | "posted" | "archived"
  caption?: string | null
  permalink?: string | null
  posted_at?: Date | string | null
  media_type?: string | null
  media_product_type?: string | null
  group_id?: string | null
}

/**
 * Changes what people may change of a post (never its insights); undone when
 * a later step fails.
 *
 * @example
 * updateSocialPostStep({ id: "spost_123", caption: "Spring is here" })
 */
export const updateSocialPostStep = createStep(
  "update-social-post",
  async (input: UpdateSocialPostInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const post = await socialPosts.retrieveSocialPost(input.id, {
      relations: ["account"],
    })
    const { platform_post_id, posted_at, ...changes } = input
    const goesLive = input.status === "posted" && post.status !== "posted"
    await socialPosts.updateSocialPosts({
      ...changes,
      ...(posted_at !== undefined && {
        posted_at: posted_at ? new Date(posted_at) : null,
      }),
      ...(platform_post_id !== undefined && {
        platform_post_id: await socialPosts.parsePostId(
          post.platform,
          platform_post_id,
          post.account.external_id
        ),
      }),
      // What made an earlier post quiet says nothing about a live one.
      ...(goesLive && {
        gone_since: null,
        next_sync_at: firstSyncAt(new Date()),
      }),
    })
    return new StepResponse(input.id, {
      id: post.id,
      platform_post_id: post.platform_post_id,
      status: post.status,
      caption: post.caption,
      permalink: post.permalink,
      posted_at: post.posted_at,
      media_type: post.media_type,
      media_product_type: post.media_product_type,
      group_id: post.group_id,
      gone_since: post.gone_since,
      next_sync_at: post.next_sync_at,
    })
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .updateSocialPosts(before)
    }
  }
)
