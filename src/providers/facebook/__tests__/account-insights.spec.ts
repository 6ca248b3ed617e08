import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  type AccountInsightsPage,
  addDays,
  dayOf,
  type PlatformAccount,
} from "../../../platform-kit"
import {
  collect,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

jest.setTimeout(30000)

const NOON = "2026-11-21T12:00:00Z"

describe("a Facebook Page's own numbers", () => {
  let sandbox: Sandbox
  let platform: FacebookPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7 })
    platform = new FacebookPlatform(
      {},
      { base_url: `${sandbox.url}/graph.facebook.com`, retry_base_ms: 1 }
    )
  })
  beforeEach(() => {
    sandbox.rebuild({ seed: 7 })
    sandbox.clock.set(NOON)
  })
  afterAll(() => sandbox.close())

  const today = () => dayOf(sandbox.clock.now())
  const read = async (
    days: number,
    {
      trait,
      audience = false,
      ...account
    }: Partial<PlatformAccount> & { trait?: string; audience?: boolean } = {}
  ) => {
    const page = sandbox.world
      .accounts()
      .find(
        ({ platform: name, traits }) =>
          name === "facebook" &&
          (trait ? traits.includes(trait) : traits.length === 0)
      )
    if (!page) {
      throw new Error(`no Page ${trait}`)
    }
    const { external_id, access_token } = page
    const call = testCall(
      { external_id, access_token, ...account },
      { now: () => sandbox.clock.now() }
    )
    const pages = await collect<AccountInsightsPage>(
      platform.fetchAccountInsights(call, {
        from: addDays(today(), -days),
        to: addDays(today(), -1),
        today: today(),
        audience,
      })
    )
    const all = pages.flatMap((one) => one.days)
    const closed = all
      .filter(({ day }) => day < today())
      .sort((a, b) => a.day.localeCompare(b.day))
    return {
      call,
      closed,
      now: all.find(({ day }) => day === today()),
      audience: pages.at(-1)?.audience,
      problems: pages.flatMap((one) => one.problems),
    }
  }

  it("tells ninety days and today in one call", async () => {
    const { call, closed, now } = await read(90)
    expect(call.calls).toEqual(["GET /{page-id}"])
    expect(closed).toHaveLength(90)
    for (const { day, metrics, period_end, unavailable } of closed) {
      for (const metric of [
        "reach",
        "views",
        "profile_views",
        "likes",
      ] as const) {
        expect(metrics[metric]).toBeGreaterThan(0)
      }
      expect(metrics.followers_lost).toEqual(expect.any(Number))
      // Summer and winter: days end at midnight in California.
      expect(dayOf(period_end as Date)).toBe(addDays(day, 1))
      expect(unavailable.impressions).toBe("retired")
      expect(unavailable.saves).toBe("not_offered")
    }
    const followers = closed.map(({ metrics }) => metrics.followers as number)
    expect(followers).toEqual([...followers].sort((a, b) => a - b))
    expect(now?.metrics.followers).toBeGreaterThanOrEqual(
      followers.at(-1) as number
    )
  })

  it("goes back two years in windows of ninety days", async () => {
    const { call, closed } = await read(365)
    expect(call.calls).toHaveLength(Math.ceil(365 / 90))
    expect(new Set(closed.map(({ day }) => day)).size).toBe(365)
    expect(closed.every(({ metrics }) => metrics.reach !== null)).toBe(true)
  })

  it("waits for a day that has not ended in California", async () => {
    sandbox.clock.set("2026-11-21T05:00:00Z")
    const { closed } = await read(2)
    expect(closed.map(({ metrics }) => metrics.reach !== null)).toEqual([
      true,
      false,
    ])
    expect(closed[1]?.unavailable.reach).toBe("no_data_yet")
  })

  it("loses nothing to a dead metric that nobody names", async () => {
    sandbox.faults.add({
      kind: "status",
      status: 400,
      match: "page_views_total",
      body: {
        error: {
          message: "(#100) The value must be a valid insights metric",
          code: 100,
        },
      },
    })
    const { call, closed, problems } = await read(3)
    expect(problems).toEqual([])
    for (const { metrics, unavailable } of closed) {
      expect(unavailable.profile_views).toBe("not_supported")
      expect(metrics.reach).toBeGreaterThan(0)
    }
    const learned = call.verdicts.takeLearned()
    expect(learned.map(({ metric }) => metric)).toEqual(["page_views_total"])
  })

  it("says that a Page is too small", async () => {
    const { closed, now, problems } = await read(2, { trait: "few_likes" })
    expect(problems).toEqual([])
    expect(now?.metrics.followers).toBeGreaterThan(0)
    for (const { unavailable } of closed) {
      expect(unavailable.reach).toBe("too_few_followers")
    }
  })

  it.each([["empty"], ["403"]])(
    "names the permission that is missing (%s)",
    async (refusal) => {
      if (refusal === "403") {
        sandbox.faults.add({
          kind: "status",
          status: 403,
          match: "insights.metric",
          body: {
            error: {
              message: "(#200) Requires read_insights permission",
              code: 200,
            },
          },
        })
      }
      const { closed, now, problems } = await read(2, {
        trait: "no_insights_permission",
        scopes: ["pages_read_engagement"],
        audience: true,
      })
      expect(problems).toHaveLength(1)
      expect(problems[0]?.error).toMatchObject({
        kind: "permission",
        missing_scope: "read_insights",
      })
      // What the Page says of itself is still told.
      expect(now?.metrics.followers).toBeGreaterThan(0)
      expect(closed.map(({ unavailable }) => unavailable.reach)).toEqual([
        "not_permitted",
        "not_permitted",
      ])
    }
  )

  it("takes the newest places there are, however the answer is sorted", async () => {
    const row = (name: string, values: unknown[]) => ({
      name,
      period: "day",
      values,
    })
    sandbox.faults.add({
      kind: "status",
      status: 200,
      match: "page_follows_country",
      body: {
        followers_count: "900",
        insights: {
          data: [
            row("page_follows_country", [
              { value: { DE: "7" }, end_time: "2026-11-20T08:00:00+0000" },
              { value: { DE: 5 }, end_time: "2026-11-19T08:00:00+0000" },
              { value: {}, end_time: "2026-11-21T08:00:00+0000" },
            ]),
            row("page_follows_city", []),
          ],
        },
      },
    })
    const { audience } = await read(1, { audience: true })
    expect(audience?.demographics).toEqual({ country: { DE: 7 } })
    expect(audience?.unavailable.city).toBe("not_returned")
  })

  it("tells where followers live", async () => {
    const { call, audience } = await read(1, { audience: true })
    expect(call.calls).toHaveLength(2)
    expect(audience?.demographics).toMatchObject({
      country: { DE: expect.any(Number) },
      city: { "Berlin, Germany": expect.any(Number) },
    })
    expect(audience?.unavailable).toEqual({
      online_hours: "not_offered",
      age: "retired",
      gender: "retired",
    })
  })
})
