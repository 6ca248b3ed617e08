import {
  type AccountMetricName,
  addDays,
  type PlatformCall,
  toNumber,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import type { DayPart, DayReading } from "./day-parts"
import { dateRange, dayOfElement, elementsOf } from "./intervals"
import { HISTORY_DAYS } from "./metrics"
import { queryOf } from "./restli"
import { MEMBER_NUMBERS_SCOPE, MEMBER_PROFILE_SCOPE } from "./scope-names"

/**
 * What LinkedIn tells per day over all posts of a person, one metric per call;
 * reach, clicks and profile views exist as totals only.
 */
const POST_METRICS: readonly (readonly [string, AccountMetricName])[] = [
  ["IMPRESSION", "impressions"],
  ["REACTION", "likes"],
  ["COMMENT", "comments"],
  ["RESHARE", "shares"],
]

/** The numbers of a person per day: one question per kind, whatever the range. */
export function memberParts(
  client: LinkedInClient,
  call: PlatformCall,
  today: string
): DayPart[] {
  const window = { from: addDays(today, -HISTORY_DAYS), to: addDays(today, -1) }
  return [
    {
      name: "Follower gains",
      metrics: ["followers_gained"],
      window,
      scope: MEMBER_PROFILE_SCOPE,
      read: (range) => readGains(client, call, range),
    },
    {
      name: "Statistics of posts",
      metrics: POST_METRICS.map(([, metric]) => metric),
      window,
      scope: MEMBER_NUMBERS_SCOPE,
      read: (range) => readPosts(client, call, range),
    },
  ]
}

/**
 * Followers won, day by day.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/follower-statistics
 */
async function readGains(
  client: LinkedInClient,
  call: PlatformCall,
  range: DayPart["window"]
): Promise<DayReading[]> {
  const body = await client.get(call, {
    endpoint: "GET /rest/memberFollowersCount",
    path: "/rest/memberFollowersCount",
    method: "FINDER",
    query: queryOf([
      ["q", "dateRange"],
      ["dateRange", dateRange(range)],
    ]),
  })
  return byDay(body, "memberFollowersCount", "followers_gained")
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/post-statistics */
async function readPosts(
  client: LinkedInClient,
  call: PlatformCall,
  range: DayPart["window"]
): Promise<DayReading[]> {
  const days = new Map<string, DayReading>()
  // One after the other: an app that is refused one is refused all.
  for (const [name, metric] of POST_METRICS) {
    const body = await client.get(call, {
      endpoint: "GET /rest/memberCreatorPostAnalytics",
      path: "/rest/memberCreatorPostAnalytics",
      method: "FINDER",
      query: queryOf([
        ["q", "me"],
        ["queryType", name],
        ["aggregation", "DAILY"],
        ["dateRange", dateRange(range)],
      ]),
    })
    for (const { day, metrics } of byDay(body, "count", metric)) {
      const known = days.get(day)?.metrics
      days.set(day, { day, metrics: { ...known, ...metrics } })
    }
  }
  return [...days.values()]
}

function byDay(
  body: unknown,
  field: string,
  metric: AccountMetricName
): DayReading[] {
  return elementsOf(body).flatMap((element) => {
    const day = dayOfElement(element)
    const value = toNumber(element[field])
    return day === null ? [] : [{ day, metrics: { [metric]: value } }]
  })
}
