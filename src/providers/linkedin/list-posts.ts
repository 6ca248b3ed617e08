import {
  CURSOR_EXPIRED,
  type ListedPost,
  parks,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostListPage,
  type PostListRequest,
  type PostResult,
} from "../../platform-kit"
import { mentionsIn, toDetails } from "./map-details"
import { findPosts, type Place } from "./posts-finder"
import {
  batchReader,
  type LinkedInReader,
  type ReadBatch,
} from "./read-organization"
import { POSTS } from "./resources"
import type { LinkedInPost } from "./schemas"

/**
 * Walks a page's posts, a hundred per call, and reads their numbers as a sync
 * does. A person's posts cannot be listed: LinkedIn keeps that right for itself.
 *
 * @throws PlatformError `unsupported_metric` for a person's account
 */
export async function* listPosts(
  reader: LinkedInReader,
  call: PlatformCall,
  { since, cursor, whoseNumbers }: PostListRequest
): AsyncGenerator<PostListPage> {
  if (call.account.settings.kind === "member") {
    throw notListed()
  }
  const read = batchReader(reader, call)
  let place: Place | null = placeOf(cursor)
  do {
    const { posts, oldest, next } = await page(reader, call, place)
    const wanted = posts.filter(
      ({ posted_at }) => !since || !posted_at || posted_at >= since
    )
    // Sorted by the time they were made: all further posts are older.
    place = since && oldest && oldest < since ? null : next
    const urns = wanted.map(({ urn }) => urn)
    const asked = (await whoseNumbers?.(urns)) ?? new Set(urns)
    const results = await readNumbers(
      read,
      wanted.filter(({ urn }) => asked.has(urn))
    )
    yield {
      posts: wanted.map((post) =>
        toListed(post, reader.permalinkOf(post.urn), results.get(post.urn))
      ),
      next_cursor: place && cursorOf(place),
    }
  } while (place)
}

const cursorOf = ({ start, total }: Place): string => `${start}/${total ?? ""}`

/** @throws PlatformError `CURSOR_EXPIRED` for a cursor that is none of ours */
function placeOf(cursor: string | null): Place {
  const [, start, total] = /^(\d+)\/(\d*)$/.exec(cursor ?? "0/") ?? []
  if (start === undefined) {
    throw new PlatformError({
      kind: "invalid",
      scope: "post",
      code: CURSOR_EXPIRED,
      message:
        "The place where the list was left is not known. It is read from the newest post again.",
    })
  }
  return { start: Number(start), total: total ? Number(total) : null }
}

async function page(
  { client }: LinkedInReader,
  call: PlatformCall,
  place: Place
): ReturnType<typeof findPosts> {
  try {
    return await findPosts(client, call, place)
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    throw error.kind === "permission" ? withoutScope(error) : error
  }
}

/**
 * Numbers of posts that are known to exist.
 * @throws PlatformError when a limit or a dead token ended it: the page is to
 *   be listed again then
 */
async function readNumbers(
  read: ReadBatch,
  posts: readonly LinkedInPost[]
): Promise<Map<string, PostResult>> {
  if (posts.length === 0) {
    return new Map()
  }
  const seen = new Map(posts.map((post) => [post.urn, post]))
  const results = await read(posts.map(asPost), seen)
  for (const { insights, problems } of results) {
    const ended = problems.find(
      ({ error }) => !insights && (parks(error) || error.kind === "auth")
    )
    if (ended) {
      throw ended.error
    }
  }
  return new Map(results.map((one) => [one.post.platform_post_id, one]))
}

function toListed(
  post: LinkedInPost,
  permalink: string,
  result: PostResult | undefined
): ListedPost {
  return {
    platform_post_id: post.urn,
    details: { permalink, ...toDetails(post) },
    reading: result?.insights ?? null,
    problems: result?.problems ?? [],
    mentions: mentionsIn(post.commentary),
  }
}

function asPost({ urn, media_type, posted_at }: LinkedInPost): PlatformPost {
  return {
    id: urn,
    platform_post_id: urn,
    media_type,
    media_product_type: null,
    posted_at,
    insights_blocked: null,
    known: {},
  }
}

function withoutScope(cause: PlatformError): PlatformError {
  return new PlatformError({
    kind: "permission",
    scope: cause.scope,
    code: cause.code,
    message: POSTS.refusal,
    missing_scope: POSTS.scope,
    cause,
  })
}

function notListed(): PlatformError {
  return new PlatformError({
    kind: "unsupported_metric",
    scope: "account",
    code: "not_offered",
    message:
      "LinkedIn does not let apps list a person's posts. Add the posts by their id; their numbers are read from then on.",
  })
}
