import {
  hashtagsOf,
  type PostDetails,
  toArray,
  toDate,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import type { GraphObject } from "../../platform-kit/meta-graph"
import type { PostKind } from "./metrics"

/** https://developers.facebook.com/docs/graph-api/reference/page/feed/ */
export const POST_FIELDS =
  "id,created_time,message,permalink_url,full_picture,status_type,shares,attachments{media_type,type,target}"

/**
 * Totals without rows; need `pages_read_user_content`.
 * https://developers.facebook.com/docs/graph-api/reference/object/reactions
 */
export const SUMMARY_FIELDS =
  "comments.filter(stream).limit(0).summary(true),reactions.limit(0).summary(total_count)"

/** What a post says of itself. A field that is absent is not learned. */
export function mapPost(post: GraphObject): PostDetails {
  const caption = toText(post.message)
  const details = {
    permalink: toText(post.permalink_url),
    caption,
    media_type: toText(firstAttachment(post)?.media_type),
    media_product_type: productTypeOf(post),
    media_url: toText(post.full_picture),
    thumbnail_url: toText(post.full_picture),
    posted_at: toDate(post.created_time),
    hashtags: caption === null ? null : hashtagsOf(caption),
  }
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== null)
  )
}

/** `video` for videos and reels: their video numbers mean something. */
export function kindOf(post: GraphObject): PostKind {
  return productTypeOf(post) === "post" ? "post" : "video"
}

/** A reel looks like any post by its id; its address shows it. */
function productTypeOf(post: GraphObject): "reel" | "video" | "post" {
  const permalink = toText(post.permalink_url) ?? ""
  if (/\/reel\//.test(permalink)) {
    return "reel"
  }
  const attachment = firstAttachment(post)
  const isVideo =
    post.status_type === "added_video" ||
    /\/videos\//.test(permalink) ||
    /^video/.test(toText(attachment?.media_type) ?? "") ||
    /^video/.test(toText(attachment?.type) ?? "")
  return isVideo ? "video" : "post"
}

/** Totals of the object; `null` where the field is absent. */
export function countsOf(post: GraphObject): {
  reactions: number | null
  comments: number | null
  shares: number | null
} {
  const summary = (edge: unknown) =>
    toNumber(toRecord(toRecord(edge)?.summary)?.total_count)
  return {
    reactions: summary(post.reactions),
    comments: summary(post.comments),
    shares: toNumber(toRecord(post.shares)?.count),
  }
}

function firstAttachment(post: GraphObject): Record<string, unknown> | null {
  return toRecord(toArray(toRecord(post.attachments)?.data)[0])
}
