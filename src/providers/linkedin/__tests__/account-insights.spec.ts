import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { AccountDay, AccountInsightsRequest } from "../../../platform-kit"
import type { WorldAccount } from "../../../../platform-sandbox/core/types"
import { mapAudience } from "../audience"
import { composeDays, type DayPart } from "../day-parts"
import { dayOfElement, elementsOf } from "../intervals"
import { readShares } from "../organization-days"
import { collect, type Harness, startHarness } from "./harness"

let harness: Harness
afterEach(() => harness?.sandbox.close())

const REQUEST: AccountInsightsRequest = {
  from: "2026-11-01",
  to: "2026-11-14",
  today: "2026-11-15",
  audience: false,
}

async function read(
  account: WorldAccount,
  more: Partial<AccountInsightsRequest> = {}
) {
  const call = harness.call(account)
  const request = { ...REQUEST, ...more }
  const pages = await collect(
    harness.platform.fetchAccountInsights(call, request)
  )
  expect(pages).toHaveLength(1)
  const [page] = pages
  const days = new Map(page?.days.map((day) => [day.day, day]))
  return { ...page, days, problems: page?.problems ?? [] }
}

/** The sandbox's own account of a page's posts between two days. */
async function askSandbox(account: WorldAccount, path: string) {
  const answer = await fetch(
    `${harness.sandbox.url}/api.linkedin.com/rest/${path}`,
    {
      headers: {
        Authorization: `Bearer ${account.access_token}`,
        "LinkedIn-Version": "202609",
        "X-Restli-Protocol-Version": "2.0.0",
        "X-RestLi-Method": "FINDER",
      },
    }
  )
  return (await answer.json()) as {
    elements: { totalShareStatistics: Record<string, number> }[]
  }
}

const unknownWithoutReason = ({ metrics, unavailable }: AccountDay) =>
  Object.entries(metrics).filter(
    ([name, value]) =>
      (value === null) !== (unavailable as object).hasOwnProperty(name)
  )

describe("a LinkedIn page's own numbers", () => {
  it("asks once per kind for the whole range", async () => {
    harness = await startHarness()
    const { days, problems } = await read(harness.account(), {
      from: "2026-01-01",
    })
    expect(problems).toEqual([])
    expect(days.size).toBe(319)
    expect(harness.calls()).toEqual({
      "GET /rest/networkSizes/{urn}": 1,
      "GET /rest/organizationalEntityFollowerStatistics": 1,
      "GET /rest/organizationalEntityShareStatistics": 1,
      "GET /rest/organizationPageStatistics": 1,
    })
  })

  it("gives each day what LinkedIn counted in it", async () => {
    harness = await startHarness()
    const account = harness.account()
    const { days } = await read(account)
    const start = Date.UTC(2026, 10, 10)
    const { elements } = await askSandbox(
      account,
      `organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encodeURIComponent(account.external_id)}&timeIntervals=(timeRange:(start:${start},end:${start + 86_400_000}),timeGranularityType:DAY)`
    )
    const told = elements[0]?.totalShareStatistics ?? {}
    const day = days.get("2026-11-10")
    expect(told.impressionCount).toBeGreaterThan(0)
    expect(day?.metrics).toMatchObject({
      impressions: told.impressionCount,
      reach: told.uniqueImpressionsCount,
      clicks: told.clickCount,
      likes: told.likeCount,
      comments: told.commentCount,
      shares: told.shareCount,
    })
    expect(day?.metrics.followers_gained).toBeGreaterThanOrEqual(0)
    expect(day?.metrics.profile_views).toBeGreaterThan(0)
    expect(day?.breakdowns).toEqual({
      followers_gained: { organic: day?.metrics.followers_gained, paid: 0 },
    })
    expect(day?.unavailable).toMatchObject({
      views: "not_offered",
      accounts_engaged: "not_offered",
    })
  })

  it("puts the followers into today's row only", async () => {
    harness = await startHarness()
    const { days } = await read(harness.account())
    const today = days.get("2026-11-15")
    expect(today?.metrics.followers).toBeGreaterThan(1000)
    expect(today?.unavailable).toMatchObject({
      impressions: "no_data_yet",
      following: "not_offered",
      posts_count: "not_offered",
    })
    days.delete("2026-11-15")
    expect(days.size).toBe(14)
    for (const day of days.values()) {
      expect(day.metrics).not.toHaveProperty("followers")
      expect(unknownWithoutReason(day)).toEqual([])
    }
  })

  it("waits for follower gains, which end two days ago", async () => {
    harness = await startHarness()
    const { days } = await read(harness.account())
    expect(days.get("2026-11-12")?.unavailable).not.toHaveProperty(
      "followers_gained"
    )
    for (const day of ["2026-11-13", "2026-11-14"]) {
      expect(days.get(day)?.unavailable.followers_gained).toBe("no_data_yet")
      expect(days.get(day)?.metrics.impressions).not.toBeNull()
    }
  })

  it("asks for no gains when none can be there yet", async () => {
    harness = await startHarness()
    await read(harness.account(), { from: "2026-11-13" })
    expect(harness.calls()).not.toHaveProperty([
      "GET /rest/organizationalEntityFollowerStatistics",
    ])
  })

  it("goes back a rolling year and says that the rest is closed", async () => {
    harness = await startHarness()
    const { days } = await read(harness.account(), { from: "2025-11-01" })
    const first = days.get("2025-11-16")
    expect(first?.metrics.followers_gained).not.toBeNull()
    expect(first?.metrics.impressions).not.toBeNull()
    expect(days.get("2025-11-15")?.unavailable).toMatchObject({
      followers_gained: "window_closed",
      impressions: "window_closed",
      profile_views: "window_closed",
      views: "not_offered",
    })
  })

  it("reads who follows, when asked", async () => {
    harness = await startHarness()
    const { audience } = await read(harness.account(), { audience: true })
    expect(audience?.demographics).toMatchObject({
      country: { "urn:li:geo:101282230": expect.any(Number) },
      seniority: { "urn:li:seniority:3": expect.any(Number) },
      function: { "urn:li:function:8": expect.any(Number) },
      industry: { "urn:li:industry:27": expect.any(Number) },
      company_size: { SIZE_2_TO_10: expect.any(Number) },
    })
    expect(audience?.online_hours).toBeNull()
    expect(audience?.unavailable).toEqual({ online_hours: "not_offered" })
    expect(
      harness.calls()["GET /rest/organizationalEntityFollowerStatistics"]
    ).toBe(2)
  })

  it("goes on without a part that fails, and leaves its numbers alone", async () => {
    harness = await startHarness()
    harness.sandbox.faults.add({
      kind: "status",
      status: 503,
      match: "organizationPageStatistics",
      body: {},
    })
    const { days, problems } = await read(harness.account())
    expect(problems).toEqual([
      {
        part: "Page views",
        error: expect.objectContaining({ kind: "transient" }),
      },
    ])
    const day = days.get("2026-11-10")
    expect(day?.metrics).not.toHaveProperty("profile_views")
    expect(day?.metrics.impressions).not.toBeNull()
  })

  it("says which numbers a refusal costs", async () => {
    harness = await startHarness()
    harness.sandbox.faults.add({
      kind: "status",
      status: 403,
      match: "organizationPageStatistics",
      body: { status: 403, serviceErrorCode: 100, code: "ACCESS_DENIED" },
    })
    const { days, problems } = await read(harness.account())
    expect(problems[0]?.error).toMatchObject({
      kind: "permission",
      scope: "metric",
      missing_scope: "rw_organization_admin",
    })
    expect(days.get("2026-11-10")?.unavailable.profile_views).toBe(
      "not_permitted"
    )
  })

  it.each([{}, { from: "2026-11-14" }])(
    "fails as a whole when nothing can be read %j",
    async (range) => {
      harness = await startHarness()
      await expect(
        read(harness.account("not_administrator"), range)
      ).rejects.toMatchObject({ kind: "permission", scope: "account" })
      await expect(
        read(harness.account("revoked_token"))
      ).rejects.toMatchObject({
        kind: "auth",
        scope: "account",
      })
      expect(harness.calls()["GET /rest/networkSizes/{urn}"]).toBe(2)
    }
  )
})

describe("a LinkedIn member's own numbers", () => {
  it("reads followers, gains and what the posts brought", async () => {
    harness = await startHarness()
    const { days, problems, audience } = await read(harness.member(), {
      audience: true,
    })
    expect(problems).toEqual([])
    expect(harness.calls()).toEqual({
      "GET /rest/memberFollowersCount": 2,
      "GET /rest/memberCreatorPostAnalytics": 4,
    })
    expect(days.get("2026-11-15")?.metrics.followers).toBeGreaterThan(1000)
    const day = days.get("2026-11-10")
    expect(day?.metrics.followers_gained).toBeGreaterThanOrEqual(0)
    expect(day?.metrics.impressions).toBeGreaterThan(0)
    expect(day?.metrics.likes).toBeGreaterThan(0)
    expect(day?.unavailable).toMatchObject({
      reach: "not_offered",
      profile_views: "not_offered",
    })
    for (const one of days.values()) {
      expect(unknownWithoutReason(one)).toEqual([])
    }
    expect(audience?.unavailable.demographics).toBe("not_offered")
  })

  it.each([
    ["403", "permission", "not_permitted"],
    ["404", "unsupported_metric", "not_supported"],
  ])(
    "keeps the followers when the app gets %s for analytics",
    async (member_analytics, kind, reason) => {
      harness = await startHarness()
      harness.set({ member_analytics })
      const { days, problems } = await read(harness.member())
      expect(problems).toEqual([
        {
          part: "Statistics of posts",
          error: expect.objectContaining({ kind }),
        },
      ])
      expect(harness.calls()["GET /rest/memberCreatorPostAnalytics"]).toBe(1)
      expect(days.get("2026-11-10")?.unavailable.likes).toBe(reason)
      expect(days.get("2026-11-15")?.metrics.followers).toBeGreaterThan(0)
    }
  )

  it("keeps the posts' numbers when followers may not be read", async () => {
    harness = await startHarness()
    const member = harness.member()
    member.scopes.splice(member.scopes.indexOf("r_member_profileAnalytics"), 1)
    const { days, problems } = await read(member)
    expect(problems.map(({ part }) => part)).toEqual([
      "Followers",
      "Follower gains",
    ])
    expect(problems[0]?.error.missing_scope).toBe("r_member_profileAnalytics")
    expect(days.get("2026-11-15")?.unavailable.followers).toBe("not_permitted")
    expect(days.get("2026-11-10")?.metrics.impressions).toBeGreaterThan(0)
  })
})

describe("what LinkedIn's answers mean", () => {
  const file = join(
    process.cwd(),
    "../shared/recorded/li_org_stats_zero_live.json"
  )
  const whenRecorded = existsSync(file) ? it : it.skip

  whenRecorded("takes recorded zeros for zeros", () => {
    const { response, expect: wanted } = JSON.parse(readFileSync(file, "utf8"))
    const [element = {}] = elementsOf(response.body)
    expect(readShares(element).metrics).toMatchObject(wanted.account_metrics)
    // It speaks of all time, so it belongs to no day.
    expect(dayOfElement(element)).toBeNull()
  })

  it("gives numbers of a longer time to no day", () => {
    const [start, end] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 2)]
    const dated = (day: number, month = 11) => ({ year: 2026, month, day })
    expect(dayOfElement({ timeRange: { start, end } })).toBe("2026-11-01")
    expect(dayOfElement({ timeRange: { start: String(start) } })).toBe(
      "2026-11-01"
    )
    expect(
      dayOfElement({ timeRange: { start, end: Date.UTC(2026, 11, 1) } })
    ).toBeNull()
    const dateRange = { start: dated(4), end: dated(5) }
    expect(dayOfElement({ dateRange })).toBe("2026-11-04")
    expect(dayOfElement({ dateRange: { ...dateRange, end: dated(4) } })).toBe(
      "2026-11-04"
    )
    expect(
      dayOfElement({ dateRange: { ...dateRange, end: dated(4, 12) } })
    ).toBeNull()
  })

  it("keeps counts that fell below zero", () => {
    const element = {
      totalShareStatistics: { likeCount: -2, shareCount: null },
    }
    expect(readShares(element).metrics).toMatchObject({
      likes: -2,
      shares: null,
    })
  })

  it("takes an answer without a list for a failure", () => {
    expect(() => elementsOf({ message: "ok" })).toThrow()
    expect(elementsOf({ elements: [] })).toEqual([])
  })

  it("names facets that are missing, and counts paid followers once", () => {
    const audience = mapAudience({
      elements: [
        {
          followerCountsBySeniority: [
            {
              seniority: "urn:li:seniority:3",
              followerCounts: { organicFollowerCount: 7, paidFollowerCount: 2 },
            },
          ],
          followerCountsByGeo: [],
        },
      ],
    })
    expect(audience.demographics).toEqual({
      seniority: { "urn:li:seniority:3": 7 },
    })
    expect(audience.unavailable).toMatchObject({
      geo: "not_returned",
      country: "not_returned",
    })
  })

  it("waits for late days and gives up on old ones", () => {
    const part: DayPart = {
      name: "Statistics",
      metrics: ["likes"],
      window: { from: "2026-11-02", to: "2026-11-14" },
      scope: "any",
      read: async () => [],
    }
    const readings = [{ day: "2026-11-03", metrics: { likes: 4 } }]
    const rows = composeDays(REQUEST, [{ part, readings, error: null }])
    const likes = (day: string) =>
      rows.find((row) => row.day === day)?.unavailable.likes
    expect(rows[2]?.metrics.likes).toBe(4)
    expect(likes("2026-11-01")).toBe("window_closed")
    expect(likes("2026-11-03")).toBeUndefined()
    expect(likes("2026-11-12")).toBe("not_returned")
    expect(likes("2026-11-13")).toBe("no_data_yet")
    expect(likes("2026-11-14")).toBe("no_data_yet")
  })
})
