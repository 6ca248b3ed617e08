import { bill, Call, EndpointAnswer } from "./call"
import { DAY, XPost } from "./model"
import { inWindow, pageOf } from "./paging"
import {
  allowParams,
  bad,
  fieldParams,
  listOf,
  maxResults,
  required,
  time,
} from "./parameters"
import { PostList } from "./post-list"
import { parseQuery } from "./query-language"
import { search } from "./query-match"
import { postSelection } from "./selection"

const WINDOW = [
  "query",
  "start_time",
  "end_time",
  "since_id",
  "until_id",
  "next_token",
  "pagination_token",
]

const RECENT = { days: 7, length: 512 }
const ALL = { days: 365 * 30, length: 1024 }

type Reach = typeof RECENT

/** Runs the query over the part of the archive the endpoint reaches. */
function found(call: Call, reach: Reach): XPost[] {
  const text = required(call, "query")
  if (text.length > reach.length) {
    throw bad(
      call,
      "query",
      `Rules must be ${reach.length} characters or less; was ${text.length}`
    )
  }
  const since = call.world.now_ms() - reach.days * DAY
  const start = time(call, "start_time")
  if (start !== undefined && start < since) {
    throw bad(
      call,
      "start_time",
      `'start_time' must be on or after ${new Date(since).toISOString()}`
    )
  }
  try {
    return inWindow(call, search(call, parseQuery(text), since))
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) {
      throw bad(call, "query", error.message)
    }
    throw error
  }
}

function searchWithin(call: Call, reach: Reach, max: number): EndpointAnswer {
  allowParams(call, [
    ...WINDOW,
    "max_results",
    "sort_order",
    ...fieldParams(call),
  ])
  listOf(call, "sort_order", ["recency", "relevancy"])
  const size = maxResults(call, 10, max, 10)
  const selection = postSelection(call)
  const tokens = ["next_token", "pagination_token"]
  const page = pageOf(call, found(call, reach), size, tokens)
  const list = new PostList(call, selection, "query")
  page.posts.forEach((post) => list.add(post))
  const meta = { ...page.meta, result_count: list.data.length }
  return { body: list.body(list.data, meta) }
}

/** `GET /2/tweets/search/recent` (docs.x.com: posts/search). */
export const searchRecent = (call: Call) => searchWithin(call, RECENT, 100)

/** `GET /2/tweets/search/all`: the full archive, app Bearer only. */
export const searchAll = (call: Call) => searchWithin(call, ALL, 500)

const STEPS: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
}

/** `GET /2/tweets/counts/recent`: buckets over seven days, oldest first. */
export function countsRecent(call: Call): EndpointAnswer {
  allowParams(call, [...WINDOW, "granularity", "search_count.fields"])
  listOf(call, "granularity", Object.keys(STEPS))
  const posts = found(call, RECENT)
  const step = STEPS[call.request.query.granularity ?? "hour"] as number
  const now = call.world.now_ms()
  const start = time(call, "start_time") ?? now - 7 * DAY
  const end = time(call, "end_time") ?? now
  const { post_count, total_post_count } = call.vocabulary
  const totals = new Map<number, number>()
  for (const post of posts) {
    const bucket = Math.floor(post.posted_ms / step)
    totals.set(bucket, (totals.get(bucket) ?? 0) + 1)
  }
  const data: Record<string, unknown>[] = []
  const last = Math.ceil(end / step)
  for (let bucket = Math.floor(start / step); bucket < last; bucket++) {
    data.push({
      start: new Date(Math.max(bucket * step, start)).toISOString(),
      end: new Date(Math.min((bucket + 1) * step, end)).toISOString(),
      [post_count]: totals.get(bucket) ?? 0,
    })
  }
  bill(call, "counts_recent")
  return { body: { data, meta: { [total_post_count]: posts.length } } }
}
