import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import { firstSyncAt } from "../../../modules/social-posts/insights/next-sync-at"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

export interface CreateSocialPostInput {
  account_id: string
  platform_post_id?: string | null
  status?: "draft" | "scheduled" | "posted"
  caption?: string | null
  permalink?: string | null
  posted_at?: Date | string | null
  media_type?: string | null
  media_product_type?: string | null
  group_id?: string | null
}

/**
 * Creates a post of an account; undone when a later step fails.
 *
 * @example
 * createSocialPostStep({ account_id: "sacc_123", platform_post_id: "179…" })
 */
export const createSocialPostStep = createStep(
  "create-social-post",
  async (input: CreateSocialPostInput, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const account = await findAccount(socialPosts, input.account_id)
    const id = input.platform_post_id
      ? await socialPosts.parsePostId(
          account.platform,
          input.platform_post_id,
          account.external_id
        )
      : null
    if (id) {
      await socialPosts.refuseDouble(input.account_id, id)
    }
    const status = input.status ?? "posted"
    const isPosted = status === "posted"
    const post = await socialPosts.createSocialPosts({
      ...input,
      platform: account.platform,
      platform_post_id: id,
      status,
      posted_at: input.posted_at ? new Date(input.posted_at) : null,
      next_sync_at: isPosted ? firstSyncAt(new Date()) : null,
      insights: { platform: account.platform, platform_post_id: id },
    })
    return new StepResponse(post.id, post.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
        .deleteSocialPosts(id)
    }
  }
)

async function findAccount(
  socialPosts: SocialPostsModuleService,
  accountId: string
) {
  const [account] = await socialPosts.listSocialAccounts({ id: accountId })
  if (!account) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `account_id "${accountId}" is not a connected account.`
    )
  }
  return account
}
