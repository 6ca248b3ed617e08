import { hashtagsOf, type PostDetails } from "../../platform-kit"
import type { LinkedInPost } from "./schemas"

/** LinkedIn writes hashtags as `{hashtag|\#|linen}` and escapes what its format uses. */
const HASHTAG = /\{hashtag\|\\?#\|([^}]+)\}/g
const ESCAPED = /\\([|{}@[\]()<>#*_~\\])/g

/**
 * What LinkedIn keeps of the post as details. Pure.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export function toDetails(post: LinkedInPost): PostDetails {
  const caption = post.commentary
    ?.replace(HASHTAG, "#$1")
    .replace(ESCAPED, "$1")
  return {
    ...(caption !== undefined && { caption, hashtags: hashtagsOf(caption) }),
    media_type: post.media_type,
    ...(post.posted_at && { posted_at: post.posted_at }),
  }
}
