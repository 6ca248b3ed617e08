import type { UpdateSocialPostBody } from "../../../hooks/api/social-posts"
import type { SocialPost, SocialPostStatus } from "../../../types/http"

export interface EditValues {
  caption: string
  status: SocialPostStatus
  platform_post_id: string
  product_ids: string[]
}

/** States a person can give a post; the others come from syncs. */
export const SETTABLE = ["draft", "scheduled", "posted", "archived"] as const

export const toValues = (post: SocialPost): EditValues => ({
  caption: post.caption ?? "",
  status: post.status,
  platform_post_id: post.platform_post_id ?? "",
  product_ids: (post.products ?? []).map(({ id }) => id),
})

/** Only what was changed; `null` when nothing was. */
export function toUpdate(
  before: EditValues,
  { caption, status, platform_post_id }: EditValues
): UpdateSocialPostBody | null {
  const id = platform_post_id.trim()
  const settable = SETTABLE.find((one) => one === status)
  const update: UpdateSocialPostBody = {
    ...(caption !== before.caption && { caption: caption || null }),
    ...(status !== before.status && settable && { status: settable }),
    ...(id !== before.platform_post_id && id && { platform_post_id: id }),
  }
  return Object.keys(update).length > 0 ? update : null
}

/** The field that a server's sentence about these changes speaks of. */
export function fieldOf(
  message: string,
  changes: UpdateSocialPostBody | null
): keyof EditValues | null {
  // Each platform says in its own words what its ids look like.
  if (
    changes?.platform_post_id &&
    /\bids?\b|platform_post_id|urn/i.test(message)
  ) {
    return "platform_post_id"
  }
  if (/product/i.test(message)) {
    return "product_ids"
  }
  return /\bcaption\b/i.test(message) ? "caption" : null
}
