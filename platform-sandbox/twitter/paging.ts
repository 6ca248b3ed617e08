import { Call } from "./call"
import { isId, isNewer } from "./ids"
import { XPost } from "./model"
import { bad, optionalId, time } from "./parameters"

/** No list reaches back further. */
const OLDEST_TIME = Date.UTC(2010, 10, 6)

type Anchor = { direction: "older" | "newer"; id: string }

const encode = (call: Call, { direction, id }: Anchor): string =>
  Buffer.from(
    `${direction}:${id}:${call.situation.token_series}:${call.turn}`
  ).toString("base64url")

/** Tokens are opaque; one that was not handed out is refused. */
function anchorOf(call: Call, names: string[]): Anchor | undefined {
  const name = names.find((one) => call.request.query[one] !== undefined)
  if (!name) {
    return undefined
  }
  const text = call.request.query[name] ?? ""
  const [direction, id, series] = Buffer.from(text, "base64url")
    .toString()
    .split(":")
  const known = direction === "older" || direction === "newer"
  const valid = Number(series) === call.situation.token_series
  if (!known || !id || !isId(id) || !valid) {
    throw bad(call, name, `[${text}] is not a valid pagination token`)
  }
  return { direction, id }
}

/** Applies `start_time`, `end_time`, `since_id` and `until_id`. */
export function inWindow(call: Call, posts: XPost[]): XPost[] {
  const start = time(call, "start_time")
  const end = time(call, "end_time")
  const since = optionalId(call, "since_id")
  const until = optionalId(call, "until_id")
  if (start !== undefined && start < OLDEST_TIME) {
    throw bad(
      call,
      "start_time",
      "`start_time` must be on or after 2010-11-06T00:00:00Z"
    )
  }
  if (start !== undefined && end !== undefined && start >= end) {
    throw bad(call, "end_time", "`end_time` must be after `start_time`")
  }
  return posts.filter(
    (post) =>
      (start === undefined || post.posted_ms >= start) &&
      (end === undefined || post.posted_ms < end) &&
      (since === undefined || isNewer(post.id, since)) &&
      (until === undefined || isNewer(until, post.id))
  )
}

export interface Page {
  posts: XPost[]
  meta: Record<string, unknown>
}

/**
 * Cuts a page from a list that is newest first. Pages hang on ids, not on
 * positions: what is posted between two pages does not shift them.
 */
export function pageOf(
  call: Call,
  list: XPost[],
  size: number,
  tokens = ["pagination_token"]
): Page {
  const anchor = anchorOf(call, tokens)
  if (anchor && call.situation.empty_pages > 0) {
    call.situation.empty_pages -= 1
    const next_token = encode(call, anchor)
    return { posts: [], meta: { result_count: 0, next_token } }
  }
  let rest = list
  let posts: XPost[]
  if (anchor?.direction === "newer") {
    rest = list.filter((post) => isNewer(post.id, anchor.id))
    posts = rest.slice(-size)
  } else {
    rest = anchor ? list.filter((post) => isNewer(anchor.id, post.id)) : list
    posts = rest.slice(0, size)
  }
  const newest = posts[0]?.id
  const oldest = posts[posts.length - 1]?.id
  const more =
    oldest !== undefined &&
    list[list.length - 1]?.id !== undefined &&
    isNewer(oldest, list[list.length - 1]?.id ?? oldest)
  const before = newest ?? anchor?.id
  return {
    posts,
    meta: {
      result_count: posts.length,
      ...(newest ? { newest_id: newest, oldest_id: oldest } : {}),
      ...(more && oldest
        ? { next_token: encode(call, { direction: "older", id: oldest }) }
        : {}),
      ...(anchor && before
        ? { previous_token: encode(call, { direction: "newer", id: before }) }
        : {}),
    },
  }
}
