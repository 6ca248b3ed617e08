import {
  hashtagsOf,
  type PlatformPost,
  type PostDetails,
} from "../../platform-kit"
import type { XMedia, XPost } from "./schemas"

/** Turns what X says of the post itself into details. Pure. */
export function toDetails(
  post: PlatformPost,
  item: XPost,
  media: readonly XMedia[],
  permalink: string
): PostDetails {
  const caption = item.text === null ? null : withoutEntities(item.text)
  const shown = media.find(({ type }) => type === "video") ?? media[0]
  return {
    ...(item.id !== post.platform_post_id && { platform_post_id: item.id }),
    permalink,
    ...(caption !== null && { caption, hashtags: hashtagsOf(caption) }),
    media_type: mediaType(item, media),
    media_product_type: productType(item),
    ...(shown && {
      media_url: shown.url,
      thumbnail_url: shown.preview_image_url,
    }),
    ...(item.created_at && { posted_at: item.created_at }),
  }
}

/** `video`, `photo`, `animated_gif` or `text`; a video decides for the post. */
function mediaType(item: XPost, media: readonly XMedia[]): string | undefined {
  if (item.media_keys.length === 0) {
    return "text"
  }
  const types = media.flatMap(({ type }) => type ?? [])
  // Without the attachment in the answer the kind is not known: what is stored stays.
  return types.includes("video") ? "video" : types[0]
}

/** An answer in somebody's conversation carries the id of its first post. */
function productType({ conversation_id, history, references }: XPost): string {
  const types = references.map(({ type }) => type)
  if (types.includes("retweeted")) {
    return "REPOST"
  }
  if (
    types.includes("replied_to") ||
    (conversation_id !== null && !history.includes(conversation_id))
  ) {
    return "REPLY"
  }
  return types.includes("quoted") ? "QUOTE" : "POST"
}

/** X escapes three characters of texts. */
export function withoutEntities(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
}
