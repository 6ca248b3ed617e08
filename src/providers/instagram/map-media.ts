import {
  hashtagsOf,
  type PostDetails,
  toDate,
  toNumber,
  toText,
} from "../../platform-kit"
import type { GraphObject } from "../../platform-kit/meta-graph"

/**
 * Fields both hosts know; one that a host does not know would cost the call.
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media
 */
export const MEDIA_FIELDS =
  "id,media_type,media_product_type,caption,permalink,timestamp,like_count,comments_count,media_url,thumbnail_url"

/** What a media object says of itself. A field that is absent is not learned. */
export function mapMedia(media: GraphObject): PostDetails {
  const details: PostDetails = {
    permalink: toText(media.permalink),
    media_type: toText(media.media_type),
    media_product_type:
      toText(media.media_product_type) ?? productTypeInAddress(media),
    media_url: toText(media.media_url),
    thumbnail_url: toText(media.thumbnail_url),
    posted_at: toDate(media.timestamp),
    caption: toText(media.caption),
  }
  const learned = Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== null)
  )
  return typeof media.caption === "string"
    ? { ...learned, hashtags: hashtagsOf(media.caption) }
    : learned
}

/** Where the field is missing; `null` for children of albums (no address). */
function productTypeInAddress(media: GraphObject): string | null {
  const address = toText(media.permalink) ?? ""
  if (/\/reel\//.test(address)) {
    return "REELS"
  }
  if (/\/stories\//.test(address)) {
    return "STORY"
  }
  // Reels of old stand under /p/ too.
  return /\/p\//.test(address) && media.media_type !== "VIDEO" ? "FEED" : null
}

/** The counts that need no insights permission; `null` when hidden or off. */
export function countsOf(media: GraphObject): {
  likes: number | null
  comments: number | null
} {
  return {
    likes: toNumber(media.like_count),
    comments: toNumber(media.comments_count),
  }
}
