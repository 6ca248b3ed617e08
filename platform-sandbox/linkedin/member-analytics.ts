import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { dated, dateRange, daysOf, Interval } from "./intervals"
import { LiPost } from "./model"
import { numbersAt, PostNumbers } from "./numbers"
import { notFound, paramInvalid } from "./refusals"
import { requireUrn } from "./urn"

type Metric = {
  /** First version that knows it. */
  since: string
  /** Not offered per day (§5). */
  total_only?: boolean
  value(numbers: PostNumbers): number
}

const since = (
  version: string,
  value: Metric["value"],
  total_only = false
): Metric => ({ since: version, value, total_only })

/** Metrics of a member's post (§5, G1). */
export const POST_METRICS: Record<string, Metric> = {
  IMPRESSION: since("202506", (n) => n.impressions),
  MEMBERS_REACHED: since("202506", (n) => n.unique_impressions, true),
  RESHARE: since("202506", (n) => n.shares),
  REACTION: since("202506", (n) => n.likes),
  COMMENT: since("202506", (n) => n.comments),
  POST_SAVE: since("202604", (n) => n.saves),
  POST_SEND: since("202604", (n) => n.sends),
  LINK_CLICKS: since("202604", (n) => n.link_clicks),
  PREMIUM_CTA_CLICKS: since("202604", (n) => n.premium_clicks, true),
  FOLLOWER_GAINED_FROM_CONTENT: since(
    "202604",
    (n) => n.followers_gained,
    true
  ),
  PROFILE_VIEW_FROM_CONTENT: since("202604", (n) => n.profile_views, true),
}

/** Plays, viewers and watch time (G2); the names are unverified. */
export const VIDEO_METRICS: Record<string, Metric> = {
  VIDEO_PLAY: since("202506", (n) => n.plays),
  VIDEO_VIEWER: since("202506", (n) => n.viewers, true),
  VIDEO_WATCH_TIME: since("202506", (n) => n.watch_time_ms),
}

/** Before 202605 the metric type is wrapped in its class name (§1). */
const STRING_SINCE = "202605"
const CLASS = "com.linkedin.adsexternalapi.memberanalytics.v1."

function metricType(call: Call, name: string, video: boolean): unknown {
  const type = video
    ? "CreatorVideoAnalyticsMetricTypeV1"
    : "CreatorPostAnalyticsMetricTypeV1"
  return call.version < STRING_SINCE ? { [`${CLASS}${type}`]: name } : name
}

/** `(share:…)` or `(ugc:…)`: exactly one post per call. */
function entityOf(call: Call): { key: string; urn: string } {
  const { entity } = call.params
  if (typeof entity !== "object" || Array.isArray(entity)) {
    throw paramInvalid("entity", "expected (share:…) or (ugc:…)")
  }
  const [key, ...more] = Object.keys(entity)
  if (more.length || (key !== "share" && key !== "ugc")) {
    throw paramInvalid("entity", "expected (share:…) or (ugc:…)")
  }
  const type = key === "share" ? "share" : "ugcPost"
  return { key, urn: requireUrn("entity", entity[key], [type]) }
}

/** The posts the call speaks of: one, or all of the member (`q=me`). */
function targetOf(call: Call) {
  if (calls.oneOf(call, "q", ["entity", "me"]) === "me") {
    calls.allowParams(call, ["q", "queryType", "aggregation", "dateRange"])
    const { urn } = call.token.person
    return { posts: call.world.postsOf(urn), ids: [] as string[] }
  }
  const { key, urn } = entityOf(call)
  const post = call.world.find(urn)
  if (post && post.author !== call.token.person.urn) {
    throw calls.denied(call, "FINDER-entity")
  }
  return {
    posts: post ? [post] : [],
    target: { targetEntity: { [key]: urn } },
    ids: [urn],
  }
}

function refuseApps(call: Call): void {
  const allowed = call.token.scopes.includes("r_member_postAnalytics")
  if (!allowed || call.situation.member_analytics === "403") {
    throw calls.denied(call, "FINDER-entity")
  }
  if (call.situation.member_analytics === "404") {
    throw notFound(call.resource)
  }
}

function analytics(
  call: Call,
  metrics: Record<string, Metric>,
  video: boolean
): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, [
    "q",
    "entity",
    "queryType",
    "aggregation",
    "dateRange",
  ])
  const known = Object.keys(metrics).filter(
    (name) => (metrics[name]?.since ?? "") <= call.version
  )
  const name = calls.oneOf(call, "queryType", known)
  const metric = metrics[name] as Metric
  const daily = calls.oneOf(call, "aggregation", ["TOTAL", "DAILY"]) === "DAILY"
  if (daily && metric.total_only) {
    throw paramInvalid("aggregation", `DAILY is not supported for ${name}`)
  }
  const { dateRange: raw } = call.params
  const range = raw === undefined ? undefined : dateRange(raw)
  const { posts, target, ids } = targetOf(call)
  refuseApps(call)
  const now = call.world.now_ms()
  const at = (post: LiPost, time: number) =>
    metric.value(numbersAt(call.world.seed, post, Math.min(time, now)))
  const sum = (time: number) =>
    posts.reduce((total, post) => total + at(post, time), 0)
  const element = (count: number, shown?: Interval) => ({
    count,
    metricType: metricType(call, name, video),
    ...target,
    ...(shown
      ? { dateRange: { start: dated(shown.start), end: dated(shown.end) } }
      : {}),
  })
  const oldest = Math.min(now, ...posts.map((post) => post.posted_ms))
  const whole = { start: oldest - (oldest % 86_400_000), end: now }
  const parts = daily ? daysOf(range ?? whole) : range ? [range] : [undefined]
  const elements = parts
    .map((part) =>
      element(part ? sum(part.end) - sum(part.start) : sum(now), part)
    )
    // No data is an empty list, not a zero (§5).
    .filter(({ count }) => count > 0)
  return { body: calls.paged(elements, 0, 10), ids }
}

export const memberPostAnalytics = (call: Call): EndpointAnswer =>
  analytics(call, POST_METRICS, false)

export const memberVideoAnalytics = (call: Call): EndpointAnswer =>
  analytics(call, VIDEO_METRICS, true)
