import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { LinkedPosts } from "../../../modules/social-posts/sql/product-links"
import { toSocialPostProductLink } from "../utils/to-social-post-product-link"

/** Posts whose links go, or come back, at a time. */
const CHUNK = 1000

/**
 * Removes the links of posts that are about to be deleted, so that nothing
 * points to a post that is gone: those to products, and those a store has
 * defined itself. Undone when a later step fails.
 *
 * @example
 * removeSocialPostLinksStep({ post_ids: ["spost_123"] })
 */
export const removeSocialPostLinksStep = createStep(
  "remove-social-post-links",
  async (input: LinkedPosts, { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const ids =
      "post_ids" in input
        ? input.post_ids
        : await socialPosts.listPostIdsOfAccount(input.account_id)
    const removed = await socialPosts.removeProductLinks(input)
    await forOtherLinks("delete", ids, container)
    return new StepResponse(removed.length, { ids, removed })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const link = container.resolve(ContainerRegistrationKeys.LINK)
    await forOtherLinks("restore", done.ids, container)
    for (const links of chunksOf(done.removed)) {
      await link.create(links.map(toSocialPostProductLink))
    }
  }
)

/** The links a store has defined between posts and something else. */
async function forOtherLinks(
  what: "delete" | "restore",
  ids: string[],
  container: MedusaContainer
): Promise<void> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  for (const social_post_id of chunksOf(ids)) {
    await link[what]({ [SOCIAL_POSTS_MODULE]: { social_post_id } })
  }
}

function chunksOf<T>(entries: T[]): T[][] {
  return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, index) =>
    entries.slice(index * CHUNK, (index + 1) * CHUNK)
  )
}
