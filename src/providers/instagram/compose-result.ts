import {
  type MetricDefinition,
  type MetricName,
  PlatformError,
  type PlatformPost,
  type PostReading,
  type PostResult,
  type UnavailableReason,
} from "../../platform-kit"
import { GRAPH_CODES, type GraphObject } from "../../platform-kit/meta-graph"
import { insightsDenied, postDenied } from "./errors"
import { mapInsights } from "./map-insights"
import { isUnclear } from "./media-reader"
import type { ProductType } from "./metrics"
import type { InstagramLogin } from "./settings"

/** A post on its way through one reading. */
export interface MediaItem {
  post: PlatformPost
  product_type: ProductType
  /** A story of more than 24 hours. */
  closed: boolean
  /** Why its insights could not be read, once they were asked. */
  error: PlatformError | null
}

export interface ResultContext {
  /** Insights of another post were readable: the permission is there. */
  insights_work: boolean
  login: InstagramLogin
  /** Scopes of the account; `null` when they are not known. */
  granted: readonly string[] | null
  /** The metrics this kind of post is asked for. */
  offered: readonly MetricDefinition[]
}

export function failed(post: PlatformPost, error: PlatformError): PostResult {
  return { post, insights: null, problems: [{ part: "Post", error }] }
}

/**
 * The result of a post whose insights are out of reach: why, judged by whether
 * the object itself can be read.
 */
export function composeResult(
  item: MediaItem,
  found: GraphObject | PlatformError,
  context: ResultContext
): PostResult {
  const { post, error, closed, product_type } = item
  if (PlatformError.is(found)) {
    return closed && found.kind === "gone"
      ? success(post, withoutNumbers(item, {}, "window_closed", context))
      : failed(post, found)
  }
  const reason = reasonOf(item, context)
  if (reason) {
    const reading = withoutNumbers(item, found, reason, context)
    return success(
      post,
      reason === "posted_before_conversion"
        ? { ...reading, insights_blocked: reason }
        : reading
    )
  }
  const insights = mapInsights(found, { product_type, asked: [], refused: [] })
  if (!error) {
    return success(post, insights)
  }
  return {
    post,
    insights,
    problems: [{ part: "Insights metrics", error: problemOf(error, context) }],
  }
}

function success(post: PlatformPost, insights: PostReading): PostResult {
  return { post, insights, problems: [] }
}

/** Why the platform has no numbers, where that is no trouble. */
function reasonOf(
  { post, error, closed }: MediaItem,
  { insights_work }: ResultContext
): UnavailableReason | null {
  if (post.insights_blocked || error?.code === GRAPH_CODES.before_conversion) {
    return "posted_before_conversion"
  }
  if (closed && (!error || error.kind === "gone")) {
    return "window_closed"
  }
  if (
    error?.code === GRAPH_CODES.too_few_viewers ||
    (error && isUnclearStory(error) && insights_work)
  ) {
    return "too_few_viewers"
  }
  return null
}

function problemOf(
  error: PlatformError,
  { login, granted }: ResultContext
): PlatformError {
  if (isUnclearStory(error)) {
    return insightsDenied(error, login, granted)
  }
  return error.kind === "gone" ? postDenied(error) : error
}

function isUnclearStory(error: PlatformError): boolean {
  return isUnclear(error) && error.kind === "no_data"
}

function withoutNumbers(
  { post, product_type }: MediaItem,
  media: GraphObject,
  missing: UnavailableReason,
  { offered }: ResultContext
): PostReading {
  const context = { product_type, asked: offered, refused: [], missing }
  const reading = mapInsights(media, context)
  // A window that closed takes nothing back: the last good numbers stay.
  for (const [name, reason] of Object.entries(reading.unavailable)) {
    const metric = name as MetricName
    if (reason === "window_closed" && (post.known[metric] ?? null) !== null) {
      delete reading.metrics[metric]
      delete reading.unavailable[metric]
    }
  }
  return reading
}
