import { unit } from "../core/hash"
import { pageTokenRequired } from "../meta/auth-errors"
import { invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { DAY, graphTime, pacificMidnight } from "../meta/time"
import { lacksInsights, readMetrics, row, windowLinks } from "./insights-call"
import { POST_METRICS, SILENT_POST_METRICS } from "./metric-table"
import { numbersOf } from "./metrics"
import { FacebookPost, has, isVideo } from "./model"

const known = (name: string) =>
  Object.hasOwn(POST_METRICS, name) || SILENT_POST_METRICS.includes(name)

function checkBreakdown(breakdown: string, names: string[]): void {
  const fits = names.every((name) =>
    POST_METRICS[name]?.breakdowns?.includes(breakdown)
  )
  if (!fits) {
    throw invalidParameter(
      `Incompatible breakdowns (${breakdown}) for metric (${names.join(", ")})`
    )
  }
}

/** Splits a number over a yes/no breakdown; zero values are left out. */
function split(breakdown: string, value: number, post: FacebookPost) {
  const share = breakdown === "is_from_ads" ? 0 : unit(1, post.id, breakdown)
  const yes = Math.floor(value * share)
  return [
    { value: yes, [breakdown]: "1" },
    { value: value - yes, [breakdown]: "0" },
  ].filter((entry) => Number(entry.value) > 0)
}

function rowsOf(
  post: FacebookPost,
  name: string,
  context: GraphContext,
  call: EdgeCall
) {
  const metric = POST_METRICS[name]
  const { breakdown, period } = call.params
  if (!metric) {
    return []
  }
  // A video metric of a photo: zero, or nothing, never an error.
  if (metric.video && !isVideo(post) && unit(1, post.id, name) < 0.5) {
    return []
  }
  const numbers = numbersOf(context.environment.seed, post, context.now)
  const value = metric.value(numbers, post)
  const end = pacificMidnight(post.posted + DAY)
  const values = breakdown ? split(breakdown, Number(value), post) : [{ value }]
  const lifetime = [row(post.id, name, "lifetime", values)]
  // Stamped with the end of the first day, once that day is closed.
  const stale = { value: 0, end_time: graphTime(end) }
  const day =
    metric.day_row && end <= context.now
      ? [row(post.id, name, "day", [stale])]
      : []
  if (metric.day_row && has(post, "only_day_row")) {
    return day
  }
  // The stale row comes last, on some posts even when `lifetime` was asked for.
  if (metric.day_row && has(post, "duplicate_day_rows")) {
    return [...lifetime, ...day]
  }
  if (period) {
    return period === "lifetime" ? lifetime : period === "day" ? day : []
  }
  return [...lifetime, ...day]
}

/** `GET /{page-id}_{post-id}/insights` (facebook §3). */
export function postInsights(
  post: FacebookPost,
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const names = readMetrics(call, known)
  if (call.params.breakdown) {
    checkBreakdown(call.params.breakdown, names)
  }
  const age = context.now - post.posted
  const too_new = has(post, "empty_insights") && age < DAY
  if (lacksInsights(context) || has(post.page, "few_likes") || too_new) {
    return { data: [] }
  }
  const data = names.flatMap((name) => rowsOf(post, name, context, call))
  const { posted } = post
  return data.length
    ? {
        data,
        paging: windowLinks(
          `${post.id}/insights`,
          call,
          context,
          posted,
          posted + 2 * DAY
        ),
      }
    : { data }
}
