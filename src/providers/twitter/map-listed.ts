import {
  type ListedPost,
  mentionsOf,
  type PlatformPost,
} from "../../platform-kit"
import { findPosts } from "./find-posts"
import { mapPost } from "./map-post"
import type { XAnswer, XPost } from "./schemas"

/**
 * Turns a post of a timeline into what an import takes. Pure. Owner-only
 * numbers are not part of a list; a sync reads them.
 */
export function mapListedPost(
  item: XPost,
  answer: XAnswer,
  permalink: string
): ListedPost {
  const post = asPost(item)
  const found = findPosts(answer, [post]).get(post.id)
  const reading = mapPost(
    post,
    { media: [], problems: [], ...found, item },
    { state: "kept", error: null },
    permalink
  )
  const { details } = reading
  return {
    platform_post_id: item.id,
    details,
    reading,
    problems: [],
    mentions: mentionsOf(details.caption ?? null),
    // An edited post was stored under the id it had then.
    other_ids: item.history.filter((id) => id !== item.id),
  }
}

function asPost({ id, created_at }: XPost): PlatformPost {
  return {
    id,
    platform_post_id: id,
    media_type: null,
    media_product_type: null,
    posted_at: created_at,
    insights_blocked: null,
    known: {},
  }
}
