import { hashtagsOf, type PostDetails } from "../../platform-kit"
import type { LinkedInPost } from "./schemas"

/** LinkedIn writes hashtags as `{hashtag|\#|linen}` and escapes what its format uses. */
const HASHTAG = /\{hashtag\|\\?#\|([^}]+)\}/g
/** Members and pages are mentioned as `@[Harbour Goods](urn:li:organization:1)`. */
const MENTION = /@\[((?:\\.|[^\]\\])*)\]\(urn:li:[^)]+\)/g
const ESCAPED = /\\([|{}@[\]()<>#*_~\\])/g

/**
 * What LinkedIn keeps of the post as details. Pure.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export function toDetails(post: LinkedInPost): PostDetails {
  const caption = post.commentary
    ?.replace(HASHTAG, "#$1")
    .replace(MENTION, "@$1")
    .replace(ESCAPED, "$1")
  return {
    ...(caption !== undefined && { caption, hashtags: hashtagsOf(caption) }),
    media_type: post.media_type,
    ...(post.posted_at && { posted_at: post.posted_at }),
  }
}

/** Members and pages a text mentions: their names, lower case, each once. */
export function mentionsIn(commentary: string | null): string[] {
  const names = [...(commentary ?? "").matchAll(MENTION)].map(([, name = ""]) =>
    name.replace(ESCAPED, "$1").toLowerCase()
  )
  return [...new Set(names)]
}
