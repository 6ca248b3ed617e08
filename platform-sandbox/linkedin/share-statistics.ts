import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { buckets, Interval } from "./intervals"
import { LiPost, WINDOW_MS } from "./model"
import { numbersAt } from "./numbers"
import { requireUrn, requireUrnList } from "./urn"

type Counts = Record<string, number>

const ZERO: Counts = {
  impressionCount: 0,
  uniqueImpressionsCount: 0,
  clickCount: 0,
  likeCount: 0,
  commentCount: 0,
  shareCount: 0,
}

function countsAt(seed: number, post: LiPost, at_ms: number): Counts {
  const numbers = numbersAt(seed, post, at_ms)
  return {
    impressionCount: numbers.impressions,
    uniqueImpressionsCount: numbers.unique_impressions,
    clickCount: numbers.clicks,
    // All reaction types, whatever the name says.
    likeCount: numbers.likes,
    commentCount: numbers.comments,
    shareCount: numbers.shares,
  }
}

function add(to: Counts, counts: Counts, sign = 1): void {
  for (const [name, value] of Object.entries(counts)) {
    to[name] = (to[name] ?? 0) + sign * value
  }
}

/** A fraction, not a percentage (§5). */
function withEngagement(counts: Counts): Counts {
  const { impressionCount = 0, ...rest } = counts
  const acts = ["clickCount", "likeCount", "commentCount", "shareCount"]
  const sum = acts.reduce((total, name) => total + (rest[name] ?? 0), 0)
  const engagement = impressionCount > 0 ? sum / impressionCount : 0
  return { ...counts, engagement }
}

/** The statistics of one post; `null` when the platform leaves it out. */
export function postStatistics(
  seed: number,
  post: LiPost,
  at_ms: number,
  now_ms: number
): Counts | null {
  const counts = countsAt(seed, post, at_ms)
  const active = Object.values(counts).some((value) => value !== 0)
  const known = now_ms - post.posted_ms < WINDOW_MS
  return active && known ? withEngagement(counts) : null
}

/** Time the statistics speak of; they may lag behind the feed. */
const statisticsTime = (call: Call): number =>
  call.world.now_ms() - call.situation.statistics_lag_seconds * 1000

function totals(call: Call, organisation: string, at_ms: number): Counts {
  const sum = { ...ZERO }
  const oldest = call.world.now_ms() - WINDOW_MS
  for (const post of call.world.postsOf(organisation)) {
    if (post.posted_ms > oldest && post.posted_ms < at_ms) {
      add(sum, countsAt(call.world.seed, post, at_ms))
    }
  }
  return sum
}

/** S2: one element per bucket, within the last 12 months. */
function inBuckets(call: Call, organisation: string, list: Interval[]) {
  const now = statisticsTime(call)
  // Where a bucket ends the next one begins: each moment is counted once.
  const known = new Map<number, Counts>()
  const upTo = (at: number): Counts => {
    const sum = known.get(at) ?? totals(call, organisation, at)
    known.set(at, sum)
    return sum
  }
  return list
    .filter(({ start, end }) => end > now - WINDOW_MS && start < now)
    .map(({ start, end }) => {
      const sum = { ...upTo(Math.min(end, now)) }
      add(sum, upTo(start), -1)
      return {
        organizationalEntity: organisation,
        timeRange: { start, end },
        totalShareStatistics: withEngagement(sum),
      }
    })
}

/** S3: lifetime numbers per post. */
function perPost(call: Call, organisation: string, urns: string[]) {
  const { seed } = call.world
  const at = statisticsTime(call)
  return urns.flatMap((urn) => {
    const post = call.world.find(urn)
    const own = post?.urn === urn && post.author === organisation
    const statistics =
      post && own && postStatistics(seed, post, at, call.world.now_ms())
    return statistics
      ? [
          {
            organizationalEntity: organisation,
            [post.kind]: urn,
            totalShareStatistics: statistics,
          },
        ]
      : []
  })
}

/** S1, S2, S3 (share statistics page). */
export function shareStatistics(call: Call): EndpointAnswer {
  const name = "organizationalEntity"
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", name, "timeIntervals", "shares", "ugcPosts"])
  calls.oneOf(call, "q", [name])
  const { params } = call
  const organisation = requireUrn(name, params[name], ["organization"])
  const wants = (list: string) => params[list] !== undefined
  // A share among the ugcPosts is refused; status and body are unverified.
  const urns = [
    ...(wants("shares")
      ? requireUrnList("shares", params.shares, ["share"])
      : []),
    ...(wants("ugcPosts")
      ? requireUrnList("ugcPosts", params.ugcPosts, ["ugcPost"])
      : []),
  ]
  const { timeIntervals } = params
  const intervals =
    timeIntervals === undefined ? undefined : buckets(timeIntervals)
  calls.requireOrganisation(
    call,
    "rw_organization_admin",
    `FINDER-${name}`,
    organisation
  )
  let elements: unknown[]
  if (wants("shares") || wants("ugcPosts")) {
    // Both together look like "no data" (§11).
    elements = intervals ? [] : perPost(call, organisation, urns)
  } else if (intervals) {
    elements = inBuckets(call, organisation, intervals)
  } else {
    const sum = totals(call, organisation, statisticsTime(call))
    elements = [
      {
        organizationalEntity: organisation,
        totalShareStatistics: withEngagement(sum),
      },
    ]
  }
  return { body: calls.paged(elements, 0, 10), ids: urns }
}
