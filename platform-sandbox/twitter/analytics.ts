import { bodyOf, Call, EndpointAnswer, userOf } from "./call"
import { ANALYTICS_FIELDS } from "./fields"
import { itemProblem } from "./item-problems"
import { numbersAt } from "./metrics"
import { DAY, XPost } from "./model"
import { allowParams, bad, idList, listOf, required, time } from "./parameters"
import { clientForbidden } from "./problems"

const STEPS: Record<string, number> = {
  hourly: 3_600_000,
  daily: DAY,
  weekly: 7 * DAY,
}

/** Analytics names are the same in both vocabularies (§4). */
function totals(call: Call, post: XPost, at_ms: number) {
  const numbers = numbersAt(call.world.seed, post, at_ms)
  return {
    impressions: numbers.impressions,
    likes: numbers.likes,
    replies: numbers.replies,
    retweets: numbers.reposts,
    quote_tweets: numbers.quotes,
    bookmarks: numbers.bookmarks,
    engagements: numbers.engagements,
    url_clicks: numbers.url_clicks,
    user_profile_clicks: numbers.profile_clicks,
    ...(post.kind === "video" ? { media_views: numbers.views } : {}),
  }
}

/** What was added in a time, in the fields that were asked for. */
function within(
  call: Call,
  post: XPost,
  from: number,
  to: number,
  fields: Set<string>
) {
  const before: Record<string, number> = totals(call, post, from)
  const after: Record<string, number> = totals(call, post, to)
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name]) => !fields.size || fields.has(name))
      .map(([name, value]) => [name, value - (before[name] ?? 0)])
  )
}

/** `GET /2/tweets/analytics`: Enterprise only, own posts only. */
export function tweetAnalytics(call: Call): EndpointAnswer {
  if (call.situation.analytics === "forbidden") {
    throw clientForbidden(call.situation)
  }
  const param = "analytics.fields"
  allowParams(call, ["ids", "start_time", "end_time", "granularity", param])
  const ids = idList(call, "ids")
  required(call, "start_time")
  required(call, "end_time")
  const start = time(call, "start_time") as number
  const end = time(call, "end_time") as number
  if (start >= end) {
    throw bad(call, "end_time", "`end_time` must be after `start_time`")
  }
  listOf(call, "granularity", [...Object.keys(STEPS), "total"])
  const fields = listOf(call, param, ANALYTICS_FIELDS)
  const step = STEPS[call.request.query.granularity ?? "total"] ?? end - start
  const last = Math.min(end, call.world.now_ms())
  const place = { parameter: "ids", section: "data" as const }
  const data: unknown[] = []
  const errors: Record<string, unknown>[] = []
  for (const id of ids) {
    const post = call.world.find(id)
    if (!post || post.deleted || post.author_id !== userOf(call)) {
      const known = post && !post.deleted
      const name = known ? "not-authorized-for-resource" : "resource-not-found"
      errors.push(itemProblem(call.situation, name, "tweet", id, place))
      continue
    }
    const timestamped_metrics: unknown[] = []
    for (let from = start; from < last; from += step) {
      const to = Math.min(from + step, last)
      timestamped_metrics.push({
        timestamp: new Date(from).toISOString(),
        metrics: within(call, post, from, to, fields),
      })
    }
    data.push({ id, timestamped_metrics })
  }
  return { body: bodyOf({ data, errors }), ids }
}
