import {
  type ListedPost,
  type PlatformCall,
  toDate,
  toId,
  toNumber,
  toText,
} from "../../platform-kit"
import {
  type GraphClient,
  type GraphObject,
  walkList,
} from "../../platform-kit/meta-graph"
import { pageDenied } from "./errors"
import { bareId } from "./post-id"
import { STORY_LIFE_MS } from "./story-insights"

const FIELDS = "post_id,status,creation_time,media_type,media_id,url"

/**
 * The stories of a Page that are alive. With its archive switched on, the list
 * holds old ones too.
 * https://developers.facebook.com/docs/page-stories-api
 *
 * @throws PlatformError
 */
export async function listPageStories(
  graph: GraphClient,
  call: PlatformCall
): Promise<ListedPost[]> {
  const pageId = call.account.external_id
  const now = call.now()
  const pages = walkList(call, {
    list: "stories",
    page_size: 100,
    request: { since: new Date(now.getTime() - STORY_LIFE_MS), cursor: null },
    read: (params) =>
      graph.get(call, {
        endpoint: "GET /{page-id}/stories",
        path: `${encodeURIComponent(pageId)}/stories`,
        params: { fields: FIELDS, ...params },
      }),
    idOf: ({ post_id }) => toId(post_id),
    postedAt,
    denied: pageDenied,
  })
  const stories: ListedPost[] = []
  for await (const { entries } of pages) {
    const alive = entries.filter((entry) => isAlive(entry, now))
    stories.push(...alive.map((entry) => toStory(entry, pageId)))
  }
  return stories
}

function toStory(entry: GraphObject, pageId: string): ListedPost {
  const id = bareId(toId(entry.post_id) ?? "")
  const posted_at = postedAt(entry)
  const mediaId = toId(entry.media_id)
  return {
    platform_post_id: `${pageId}_${id}`,
    details: {
      permalink: toText(entry.url),
      media_type: toText(entry.media_type)?.toLowerCase() ?? null,
      media_product_type: "STORY",
      posted_at,
    },
    reading: null,
    problems: [],
    expires_at: posted_at && new Date(posted_at.getTime() + STORY_LIFE_MS),
    mentions: [],
    other_ids: [id, ...(mediaId ? [mediaId, `${pageId}_${mediaId}`] : [])],
  }
}

function isAlive(entry: GraphObject, now: Date): boolean {
  const posted = postedAt(entry)
  return (
    (toText(entry.status) ?? "PUBLISHED").toUpperCase() === "PUBLISHED" &&
    posted !== null &&
    now.getTime() - posted.getTime() < STORY_LIFE_MS
  )
}

/** Seconds, as a number or a text, and dates are seen. */
function postedAt({ creation_time: time }: GraphObject): Date | null {
  const seconds = toNumber(time)
  return seconds === null ? toDate(time) : new Date(seconds * 1000)
}
