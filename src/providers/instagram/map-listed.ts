import {
  type ListedPost,
  mentionsOf,
  type PlatformPost,
  toId,
} from "../../platform-kit"
import type { GraphObject } from "../../platform-kit/meta-graph"
import { mapMedia } from "./map-media"

/** Stories are taken away after a day. */
const STORY_LIFE_MS = 24 * 60 * 60 * 1000

/** A media object of a list, without numbers. */
export function mapListed(media: GraphObject): ListedPost {
  const details = mapMedia(media)
  return {
    platform_post_id: toId(media.id) ?? "",
    details,
    reading: null,
    problems: [],
    mentions: mentionsOf(details.caption ?? null),
  }
}

/** A story of the list of stories, which need not say that it is one. */
export function mapListedStory(media: GraphObject): ListedPost {
  const story = mapListed(media)
  const posted_at = story.details.posted_at ?? null
  return {
    ...story,
    details: { ...story.details, media_product_type: "STORY" },
    expires_at: posted_at && new Date(posted_at.getTime() + STORY_LIFE_MS),
  }
}

/** A listed post as the readers of insights take it. */
export function toPlatformPost({
  platform_post_id,
  details,
}: ListedPost): PlatformPost {
  return {
    id: platform_post_id,
    platform_post_id,
    media_type: details.media_type ?? null,
    media_product_type: details.media_product_type ?? null,
    posted_at: details.posted_at ?? null,
    insights_blocked: null,
    known: {},
  }
}
