import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { buckets, dated, dateRange, daysOf } from "./intervals"
import { DAY, WINDOW_MS } from "./model"
import { followersAt } from "./numbers"
import { requireUrn } from "./urn"

/** G3: followers of the member, now or per day. */
export function memberFollowers(call: Call): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", "dateRange"])
  const q = calls.oneOf(call, "q", ["me", "dateRange"])
  const { person, scopes } = call.token
  if (!scopes.includes("r_member_profileAnalytics")) {
    throw calls.denied(call, `FINDER-${q}`)
  }
  const { seed } = call.world
  const now = call.world.now_ms()
  const count = (at: number) => followersAt(seed, person.urn, at)
  if (q === "me") {
    calls.allowParams(call, ["q"])
    const elements = [{ memberFollowersCount: count(now) }]
    return { body: calls.paged(elements, 0, 10) }
  }
  const elements = daysOf(dateRange(call.params.dateRange ?? ""))
    .filter(({ start }) => start < now)
    .map(({ start, end }) => ({
      // Gains of the day.
      memberFollowersCount: count(end) - count(start),
      dateRange: { start: dated(start), end: dated(end) },
    }))
  return { body: calls.paged(elements, 0, 10) }
}

/** N1: followers of a page. */
export function networkSize(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, ["edgeType"])
  const urn = requireUrn("urn", call.key, ["organization"])
  calls.oneOf(call, "edgeType", ["COMPANY_FOLLOWED_BY_MEMBER"])
  calls.requireOrganisation(call, "rw_organization_admin", "GET", urn)
  const { seed } = call.world
  const firstDegreeSize = followersAt(seed, urn, call.world.now_ms())
  return { body: { firstDegreeSize } }
}

/** Facets of a page's followers (F1). There are no totals any more. */
const FACETS: Record<string, [field: string, values: string[]]> = {
  followerCountsByAssociationType: ["associationType", ["EMPLOYEE"]],
  followerCountsBySeniority: [
    "seniority",
    ["urn:li:seniority:3", "urn:li:seniority:4"],
  ],
  followerCountsByFunction: ["function", ["urn:li:function:8"]],
  followerCountsByIndustry: ["industry", ["urn:li:industry:27"]],
  followerCountsByGeo: ["geo", ["urn:li:geo:90009706"]],
  followerCountsByGeoCountry: [
    "geo",
    ["urn:li:geo:101282230", "urn:li:geo:103819153"],
  ],
  followerCountsByStaffCountRange: ["staffCountRange", ["SIZE_2_TO_10"]],
}

/** F1: facets, or gains per bucket. */
export function followerStatistics(call: Call): EndpointAnswer {
  const name = "organizationalEntity"
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", name, "timeIntervals"])
  calls.oneOf(call, "q", [name])
  const organisation = requireUrn(name, call.params[name], ["organization"])
  const { timeIntervals } = call.params
  const list = timeIntervals === undefined ? undefined : buckets(timeIntervals)
  const method = `FINDER-${name}`
  calls.requireOrganisation(call, "rw_organization_admin", method, organisation)
  const now = call.world.now_ms()
  const count = (at: number) => followersAt(call.world.seed, organisation, at)
  if (list) {
    // Gains end two days ago and reach back 12 months.
    const elements = list
      .filter(
        ({ start, end }) => end <= now - 2 * DAY && start > now - WINDOW_MS
      )
      .map(({ start, end }) => ({
        organizationalEntity: organisation,
        timeRange: { start, end },
        followerGains: {
          organicFollowerGain: count(end) - count(start),
          paidFollowerGain: 0,
        },
      }))
    return { body: calls.paged(elements, 0, 10) }
  }
  const facets = Object.entries(FACETS).map(([facet, [field, values]]) => [
    facet,
    values.map((value, i) => ({
      [field]: value,
      followerCounts: {
        organicFollowerCount: Math.floor(count(now) / (i + 2)),
        paidFollowerCount: 0,
      },
    })),
  ])
  const element = {
    organizationalEntity: organisation,
    ...Object.fromEntries(facets),
  }
  return { body: calls.paged([element], 0, 10) }
}
