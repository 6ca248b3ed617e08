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
 * a later step fails. A post that gets another id loses what was read of the
 * earlier one: its history and comments are `removeSocialPostHistoryStep`'s.
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
    const { id, platform_post_id, posted_at, ...given } = input
    const goesLive = input.status === "posted" && post.status !== "posted"
    const changes = {
      ...given,
      ...(posted_at !== undefined && {
        posted_at: posted_at ? new Date(posted_at) : null,
      }),
      // What made an earlier post quiet says nothing about a live one.
      ...(goesLive && {
        gone_since: null,
        next_sync_at: firstSyncAt(new Date()),
      }),
    }
    const newId =
      platform_post_id === undefined
        ? post.platform_post_id
        : await socialPosts.parsePostId(
            post.platform,
            platform_post_id,
            post.account.external_id
          )
    const before = {
      id: post.id,
      status: post.status,
      caption: post.caption,
      permalink: post.permalink,
      posted_at: post.posted_at,
      media_type: post.media_type,
      media_product_type: post.media_product_type,
      group_id: post.group_id,
      gone_since: post.gone_since,
      next_sync_at: post.next_sync_at,
    }
    if (newId === null || newId === post.platform_post_id) {
      await socialPosts.updateSocialPosts({ id, ...changes })
      return new StepResponse({ id, replaced: false }, { before })
    }
    await socialPosts.refuseDouble(post.account.id, newId)
    await socialPosts.changePostId({
      id,
      platform: post.platform,
      platform_post_id: newId,
      changes: {
        // A first id belongs to the address that is there already.
        ...(post.platform_post_id && { permalink: null, media: null }),
        ...((input.status ?? post.status) === "posted" && {
          next_sync_at: firstSyncAt(new Date()),
        }),
        ...withoutUndefined(changes),
      },
    })
    return new StepResponse(
      { id, replaced: true },
      {
        before: {
          ...before,
          platform_post_id: post.platform_post_id,
          media: post.media,
          sync_status: post.sync_status,
          sync_errors: post.sync_errors,
          last_synced_at: post.last_synced_at,
          insights_blocked: post.insights_blocked,
          unchanged_readings: post.unchanged_readings,
        },
        insights: post.insights,
      }
    )
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    await socialPosts.updateSocialPosts(undo.before)
    if ("insights" in undo) {
      await socialPosts.restoreInsights(undo.before.id, undo.insights)
    }
  }
)

const withoutUndefined = (record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined)
  )
