import {
  type PlatformCall,
  toArray,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { unreadable } from "./classify"
import type { LinkedInClient } from "./client"
import { encodeValue, queryOf } from "./restli"
import { type LinkedInPost, readPost } from "./schemas"
import { organizationUrn } from "./share-statistics"

/** Most posts of one page of the list. */
const PAGE_SIZE = 100

export interface FoundPosts {
  /** Published posts of the feed, newest first. */
  posts: LinkedInPost[]
  /** When the last one that LinkedIn listed was made; lists are sorted by it. */
  oldest: Date | null
  total: number | null
  /** Where the next page begins; `null` behind the last one. */
  next: Place | null
}

/** A place in a list that changes while it is walked. */
export interface Place {
  start: number
  /** How many posts there were when it was learned; `null` when LinkedIn does not say. */
  total: number | null
}

/**
 * A page of an organisation's posts, without their numbers. Pages hang on
 * positions: new posts move others to the next page (repeats are normal),
 * deleted ones move them to the page before. When there are fewer than there
 * were, the page is therefore read from so much earlier.
 *
 * @throws PlatformError
 */
export async function findPosts(
  client: LinkedInClient,
  call: PlatformCall,
  { start, total }: Place
): Promise<FoundPosts> {
  const found = await askFor(client, call, start)
  const now = found.total
  const lost = total === null || now === null ? 0 : total - now
  return lost > 0 && start > 0
    ? findPosts(client, call, { start: Math.max(0, start - lost), total: now })
    : found
}

/**
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 */
async function askFor(
  client: LinkedInClient,
  call: PlatformCall,
  start: number
): Promise<FoundPosts> {
  const body = await client.get(call, {
    endpoint: "GET /rest/posts",
    path: "/rest/posts",
    method: "FINDER",
    query: queryOf([
      ["q", "author"],
      ["author", encodeValue(organizationUrn(call.account.external_id))],
      ["count", String(PAGE_SIZE)],
      ["start", String(start)],
      ["sortBy", "CREATED"],
    ]),
  })
  const record = toRecord(body)
  if (!Array.isArray(record?.elements)) {
    // Taken for an empty page it would end the walk.
    throw unreadable()
  }
  const { elements } = record
  const listed = elements.flatMap((one: unknown) => readPost(one) ?? [])
  const paging = toRecord(record.paging)
  const total = toNumber(paging?.total)
  const start_of_next = nextStart(paging, start, elements.length)
  return {
    posts: listed.filter(
      ({ is_published, is_dark }) => is_published && !is_dark
    ),
    oldest: listed.at(-1)?.created_at ?? null,
    total,
    next: start_of_next === null ? null : { start: start_of_next, total },
  }
}

/** A page may hold fewer than were asked for, so its size alone ends nothing that is counted. */
function nextStart(
  paging: Record<string, unknown> | null,
  start: number,
  size: number
): number | null {
  const total = toNumber(paging?.total)
  const next = start + (size || PAGE_SIZE)
  const linked = toArray(paging?.links).some(
    (link) => toText(toRecord(link)?.rel) === "next"
  )
  const more = linked || (total === null ? size >= PAGE_SIZE : next < total)
  return more ? next : null
}
