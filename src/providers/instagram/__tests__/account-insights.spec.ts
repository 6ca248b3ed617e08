import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  type AccountDay,
  type AccountInsightsPage,
  addDays,
  dayOf,
  type PlatformCall,
} from "../../../platform-kit"
import {
  collect,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"

jest.setTimeout(30000)

describe("Instagram's own numbers of an account", () => {
  let sandbox: Sandbox
  let platform: InstagramPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7 })
    platform = new InstagramPlatform(
      {},
      {
        base_url: `${sandbox.url}/graph.instagram.com`,
        facebook_base_url: `${sandbox.url}/graph.facebook.com`,
        retry_base_ms: 1,
      }
    )
  })
  beforeEach(() => {
    sandbox.rebuild({ seed: 7 })
    sandbox.clock.set("2026-11-21T12:00:00Z")
  })
  afterAll(() => sandbox.close())

  const accountOf = (login: string, trait?: string) => {
    const found = sandbox.world
      .accounts()
      .find(
        ({ platform: name, settings, traits }) =>
          name === "instagram" &&
          (trait
            ? traits.includes(trait)
            : settings.login === login && traits.length === 0)
      )
    if (!found) {
      throw new Error(`no account ${login} ${trait}`)
    }
    return found
  }
  const today = () => dayOf(sandbox.clock.now())
  const read = async (
    account: ReturnType<typeof accountOf>,
    days: number,
    {
      audience = false,
      ...options
    }: Partial<PlatformCall> & {
      audience?: boolean
    } = {}
  ) => {
    const { external_id, settings, access_token } = account
    const call = testCall(
      { external_id, settings, access_token },
      { now: () => sandbox.clock.now(), ...options }
    )
    const pages = await collect<AccountInsightsPage>(
      platform.fetchAccountInsights(call, {
        from: addDays(today(), -days),
        to: addDays(today(), -1),
        today: today(),
        audience,
      })
    )
    const all = pages.flatMap((page) => page.days)
    const closed = all.filter(({ day }) => day < today())
    return { call, pages, closed, problems: pages.flatMap((p) => p.problems) }
  }
  const ofDay = (days: AccountDay[], day: string) =>
    days.find((one) => one.day === day)

  it.each(["instagram", "facebook"])(
    "asks for whole days (UTC) through the %s login",
    async (login) => {
      const { closed } = await read(accountOf(login), 2)
      const asked = sandbox.ledger
        .entries()
        .map(({ query }) => new URLSearchParams(query))
        .filter((query) => query.get("metric_type") === "total_value")
        .map((query) => [query.get("since"), query.get("until")].map(Number))
      expect(asked).toHaveLength(2)
      for (const [since, until] of asked) {
        expect((since as number) % 86400).toBe(0)
        expect((until as number) - (since as number)).toBe(86400)
      }
      for (const { metrics, unavailable } of closed) {
        expect(metrics.reach).toBeGreaterThan(0)
        expect(metrics.contact_taps).toBeGreaterThan(0)
        expect(metrics.followers_gained).toBeGreaterThan(0)
        expect(unavailable).toMatchObject({
          impressions: "retired",
          video_views: "not_offered",
          followers_lost: "not_returned",
          ...(login === "instagram" && {
            // Dropped without a word, and never asked.
            profile_views: "not_returned",
            website_clicks: "not_offered",
          }),
        })
        if (login === "facebook") {
          expect(metrics.profile_views).toBeGreaterThan(0)
          expect(metrics.website_clicks).toBeGreaterThan(0)
        }
      }
    }
  )

  it("asks for new followers of the last 30 days, in one call", async () => {
    const { call, closed } = await read(accountOf("facebook"), 45)
    expect(closed).toHaveLength(45)
    const names = sandbox.ledger
      .entries()
      .filter(({ query }) => query.includes("follower_count"))
    expect(names).toHaveLength(1)
    const query = new URLSearchParams(names[0]?.query)
    const [since, until] = ["since", "until"].map((one) => query.get(one))
    expect(Number(until) - Number(since)).toBe(30 * 86400)
    // The newest of the 30 days ends in California, hours after midnight UTC.
    expect(Number(until) * 1000).toBeGreaterThan(
      Date.parse(`${today()}T08:00:00Z`)
    )
    expect(call.calls).toHaveLength(1 + 1 + 45)
    for (const { day, metrics, unavailable } of closed) {
      const isTold = day >= addDays(today(), -30)
      expect(metrics.followers_gained).toEqual(
        isTold ? expect.any(Number) : null
      )
      expect(unavailable.followers_gained).toBe(
        isTold ? undefined : "window_closed"
      )
    }
  })

  it("takes a series where a total was asked for, and misses no refusal of the audience", async () => {
    const account = accountOf("facebook")
    const day = addDays(today(), -1)
    const values = [
      { value: "40", end_time: `${day}T08:00:00+0000` },
      { value: 55, end_time: `${today()}T08:00:00+0000` },
    ]
    sandbox.faults.add({
      kind: "status",
      status: 200,
      match: "total_value&since",
      body: { data: [{ name: "reach", period: "day", values }] },
    })
    sandbox.faults.add({
      kind: "status",
      status: 400,
      match: "online_followers",
      body: {
        error: {
          message:
            "(#100) metric[0] must be one of the following values: reach",
          code: 100,
        },
      },
    })
    const { closed, pages, problems } = await read(account, 1, {
      audience: true,
    })
    expect(ofDay(closed, day)?.metrics).toMatchObject({
      reach: 55,
      views: null,
    })
    expect(problems).toEqual([])
    expect(pages.at(-1)?.audience?.unavailable).toEqual({
      online_hours: "not_supported",
    })
  })

  it("tells who left and which buttons were tapped when a person waits", async () => {
    const account = accountOf("facebook")
    const { call, closed } = await read(account, 5, { depth: "single" })
    expect(call.calls).toHaveLength(1 + 1 + 5 + 2 * 3)
    const newest = ofDay(closed, addDays(today(), -1))
    expect(newest?.metrics.followers_lost).toBeGreaterThan(0)
    expect(newest?.unavailable).not.toHaveProperty("followers_lost")
    expect(newest?.breakdowns?.contact_taps).toMatchObject({
      email: expect.any(Number),
      call: expect.any(Number),
    })
    const oldest = ofDay(closed, addDays(today(), -5))
    expect(oldest?.unavailable.followers_lost).toBe("not_returned")
  })

  it("keeps followers' numbers to itself below a hundred, unasked", async () => {
    const { call, closed, pages } = await read(
      accountOf("", "few_followers"),
      2,
      { audience: true }
    )
    expect(call.calls).toHaveLength(1 + 2)
    for (const { metrics, unavailable } of closed) {
      expect(metrics.reach).not.toBeNull()
      expect(unavailable).toMatchObject({
        followers_gained: "too_few_followers",
        followers_lost: "too_few_followers",
      })
    }
    expect(pages.at(-1)?.audience).toEqual({
      demographics: {},
      online_hours: null,
      unavailable: {
        demographics: "too_few_followers",
        online_hours: "too_few_followers",
      },
    })
  })

  it("names the permission that is missing, asked once", async () => {
    const account = accountOf("", "no_insights_permission")
    const { call, closed, problems } = await read(account, 10, {
      audience: true,
    })
    // The totals are part of the account itself.
    expect(call.calls).toHaveLength(2)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.error).toMatchObject({
      kind: "permission",
      message: expect.stringMatching(/manage_insights/),
    })
    expect(closed).toHaveLength(10)
    for (const { unavailable } of closed) {
      expect(unavailable.reach).toBe("not_permitted")
    }
  })

  it("lets one refused metric cost no other, and remembers it", async () => {
    const names =
      "metric[1] must be one of the following values: reach, likes, comments, accounts_engaged, total_interactions, shares, saves, profile_links_taps, follower_count, profile_views, website_clicks"
    sandbox.faults.add({
      kind: "status",
      status: 400,
      match: "%2Cviews%2C",
      body: {
        error: {
          message: `(#100) ${names}`,
          code: 100,
          type: "OAuthException",
        },
      },
    })
    const { call, closed, problems } = await read(accountOf("facebook"), 3)
    expect(problems).toEqual([])
    expect(call.calls).toHaveLength(1 + 1 + 3 + 1)
    for (const { metrics, unavailable } of closed) {
      expect(unavailable.views).toBe("not_supported")
      expect(metrics.reach).toBeGreaterThan(0)
    }
  })

  it("says of the days behind a limit that they were not read", async () => {
    sandbox.faults.add({
      kind: "status",
      status: 400,
      match: "total_value",
      after: 2,
      body: { error: { message: "(#80002) too many calls", code: 80002 } },
    })
    const { closed, problems } = await read(accountOf("facebook"), 12)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.error.kind).toBe("rate_limit")
    expect(closed).toHaveLength(12)
    const unread = closed.filter(
      ({ unavailable }) => unavailable.reach === "not_read"
    )
    expect(unread).toHaveLength(10)
    // What is left out is the oldest.
    expect(ofDay(closed, addDays(today(), -1))?.metrics.reach).toBeGreaterThan(
      0
    )
  })

  it("tells who follows: four dimensions and the hours", async () => {
    const { call, pages } = await read(accountOf("instagram"), 1, {
      audience: true,
    })
    expect(call.calls).toHaveLength(3 + 5)
    const { audience } = pages.at(-1) ?? {}
    expect(audience?.demographics).toMatchObject({
      age: { "18-24": expect.any(Number) },
      gender: { F: expect.any(Number) },
      country: { DE: expect.any(Number) },
      city: { "Berlin, Berlin": expect.any(Number) },
    })
    expect(Object.keys(audience?.online_hours ?? {})).toHaveLength(24)
    expect(audience?.unavailable).toEqual({})
  })
})
