import { hashtagsOf, type ListedPost, mentionsOf } from "../../../platform-kit"

/** What a list tells of a post, as its columns have it. */
export interface ListedRow {
  platform_post_id: string
  permalink: string | null
  caption: string | null
  media_type: string | null
  media_product_type: string | null
  media: Record<string, string> | null
  hashtags: string[] | null
  mentions: string[] | null
  posted_at: Date | null
  expires_at: Date | null
}

/** Brings a listed post to columns; tags are taken from the caption where the platform names none. */
export function toListedRow({
  platform_post_id,
  details,
  expires_at,
  mentions,
}: ListedPost): ListedRow {
  const caption = details.caption ?? null
  const media = Object.entries({
    media_url: details.media_url,
    thumbnail_url: details.thumbnail_url,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return {
    platform_post_id,
    permalink: details.permalink ?? null,
    caption,
    media_type: details.media_type ?? null,
    media_product_type: details.media_product_type ?? null,
    media: media.length > 0 ? Object.fromEntries(media) : null,
    hashtags: details.hashtags ?? hashtagsOf(caption),
    mentions: mentions ?? mentionsOf(caption),
    posted_at: details.posted_at ?? null,
    expires_at: expires_at ?? null,
  }
}
