import {
  type AccountMetricName,
  addDays,
  type PlatformCall,
  toNumber,
  toRecord,
} from "../../platform-kit"
import type { LinkedInClient, LinkedInRead } from "./client"
import type { DayPart, DayReading } from "./day-parts"
import { dailyIntervals, dayOfElement, elementsOf } from "./intervals"
import { HISTORY_DAYS } from "./metrics"
import { encodeValue, queryOf } from "./restli"
import { PAGE_ADMIN_SCOPE } from "./scope-names"
import { organizationUrn } from "./share-statistics"

type Element = Record<string, unknown>

/** Follower gains end two whole days before today. */
const GAINS_LAG_DAYS = 3

/**
 * What the posts of a page brought in a day. Unique impressions are people of
 * that day and cannot be added up; counts can be negative after un-likes.
 */
const SHARE_METRICS: Readonly<Record<string, AccountMetricName>> = {
  impressionCount: "impressions",
  uniqueImpressionsCount: "reach",
  clickCount: "clicks",
  likeCount: "likes",
  commentCount: "comments",
  shareCount: "shares",
}

/** The numbers of a page per day: one question per kind, whatever the range. */
export function organizationParts(
  client: LinkedInClient,
  call: PlatformCall,
  today: string
): DayPart[] {
  const window = { from: addDays(today, -HISTORY_DAYS), to: addDays(today, -1) }
  const scope = PAGE_ADMIN_SCOPE
  const ask =
    (name: string, entity: string, read: (element: Element) => Values) =>
    async (range: DayPart["window"]): Promise<DayReading[]> => {
      const body = await client.get(
        call,
        pageFinder(name, entity, call.account.external_id, range)
      )
      return elementsOf(body).flatMap((element) => {
        const day = dayOfElement(element)
        return day === null ? [] : [{ day, ...read(element) }]
      })
    }
  return [
    {
      name: "Follower gains",
      metrics: ["followers_gained"],
      window: { ...window, to: addDays(today, -GAINS_LAG_DAYS) },
      scope,
      read: ask(
        "organizationalEntityFollowerStatistics",
        "organizationalEntity",
        readGains
      ),
    },
    {
      name: "Statistics of posts",
      metrics: Object.values(SHARE_METRICS),
      window,
      scope,
      read: ask(
        "organizationalEntityShareStatistics",
        "organizationalEntity",
        readShares
      ),
    },
    {
      name: "Page views",
      metrics: ["profile_views"],
      window,
      scope,
      read: ask("organizationPageStatistics", "organization", readViews),
    },
  ]
}

type Values = Omit<DayReading, "day">

/** A finder about the page itself; over all time without a range. */
export function pageFinder(
  name: string,
  entity: string,
  external_id: string,
  range?: DayPart["window"]
): LinkedInRead {
  return {
    endpoint: `GET /rest/${name}`,
    path: `/rest/${name}`,
    method: "FINDER",
    query: queryOf([
      ["q", entity],
      [entity, encodeValue(organizationUrn(external_id))],
      ...(range ? ([["timeIntervals", dailyIntervals(range)]] as const) : []),
    ]),
  }
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics */
function readGains({ followerGains }: Element): Values {
  const gains = toRecord(followerGains)
  const organic = toNumber(gains?.organicFollowerGain)
  const paid = toNumber(gains?.paidFollowerGain)
  return organic === null
    ? { metrics: {} }
    : {
        metrics: { followers_gained: organic + (paid ?? 0) },
        breakdowns: { followers_gained: { organic, paid: paid ?? 0 } },
      }
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics */
export function readShares({ totalShareStatistics }: Element): Values {
  const statistics = toRecord(totalShareStatistics)
  const entries = Object.entries(SHARE_METRICS)
  return {
    metrics: Object.fromEntries(
      entries.map(([name, metric]) => [metric, toNumber(statistics?.[name])])
    ),
  }
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/page-statistics */
function readViews({ totalPageStatistics }: Element): Values {
  const views = toRecord(toRecord(totalPageStatistics)?.views)
  const all = toRecord(views?.allPageViews)
  return { metrics: { profile_views: toNumber(all?.pageViews) } }
}
