import {
  createSandbox,
  type Sandbox,
  type WorldAccount,
} from "../../../platform-sandbox"
import {
  ACCOUNT_DAILY,
  ACCOUNT_METRICS,
  type AbstractSocialPlatform,
  type AccountDay,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  addDays,
  CallBudget,
  dayOf,
  daysBetween,
  MetricVerdicts,
  type PlatformCall,
} from "../../platform-kit"
import { FacebookPlatform } from "../facebook/platform"
import { InstagramPlatform } from "../instagram/platform"
import { LinkedInPlatform } from "../linkedin/platform"
import { TwitterPlatform } from "../twitter/platform"

/*
 * What must hold for every platform whose accounts have numbers. A new provider
 * is added to this table and to nothing else here.
 */
interface Subject {
  name: string
  platform: WorldAccount["platform"]
  host: string
  settings: Record<string, string>
  /** The trait of an account whose token is dead. */
  deadToken: string
  /** Fewest calls for so many closed days, without the audience. */
  floor: (days: number) => number
  /** Tells followers of days that are over, too. */
  keepsTotals?: boolean
  create(url: string, options: Record<string, unknown>): AbstractSocialPlatform
}

const instagram = (url: string, options: Record<string, unknown>) =>
  new InstagramPlatform(
    {},
    {
      base_url: `${url}/graph.instagram.com`,
      facebook_base_url: `${url}/graph.facebook.com`,
      ...options,
    }
  )

const SUBJECTS: Subject[] = [
  {
    name: "Instagram login",
    platform: "instagram",
    host: "graph.instagram.com",
    settings: { login: "instagram" },
    deadToken: "expired_token",
    floor: (days) => 1 + days + Math.ceil(days / 30),
    create: instagram,
  },
  {
    name: "Instagram through Facebook",
    platform: "instagram",
    host: "graph.facebook.com",
    settings: { login: "facebook" },
    deadToken: "expired_token",
    floor: (days) => 1 + days + Math.ceil(days / 30),
    create: instagram,
  },
  {
    name: "Facebook Page",
    platform: "facebook",
    host: "graph.facebook.com",
    settings: {},
    deadToken: "expired_token",
    floor: (days) => Math.ceil(days / 90),
    keepsTotals: true,
    create: (url, options) =>
      new FacebookPlatform(
        {},
        { base_url: `${url}/graph.facebook.com`, ...options }
      ),
  },
  {
    name: "X",
    platform: "twitter",
    host: "api.x.com",
    settings: {},
    deadToken: "expired_token",
    floor: () => 1,
    create: (url, options) =>
      new TwitterPlatform({}, { base_url: `${url}/api.x.com`, ...options }),
  },
  {
    name: "LinkedIn page",
    platform: "linkedin",
    host: "api.linkedin.com",
    settings: { kind: "organization" },
    deadToken: "revoked_token",
    // Followers as of now, and one call for each kind of number; who followed
    // yesterday is not told yet.
    floor: (days) => (days > 1 ? 4 : 3),
    create: (url, options) =>
      new LinkedInPlatform(
        {},
        { base_url: `${url}/api.linkedin.com`, ...options }
      ),
  },
]

describe.each(SUBJECTS.map((subject) => [subject.name, subject] as const))(
  "an account's own numbers: %s",
  (_, subject) => {
    let sandbox: Sandbox
    let platform: AbstractSocialPlatform

    beforeAll(async () => {
      sandbox = await createSandbox({ seed: 7 })
    })
    beforeEach(() => {
      sandbox.rebuild({ seed: 7 })
      // Yesterday is over everywhere.
      sandbox.clock.set("2026-11-21T12:00:00Z")
      platform = subject.create(sandbox.url, { retry_base_ms: 1 })
    })
    afterAll(async () => sandbox.close())

    const account = (trait?: string): WorldAccount => {
      const found = sandbox.world
        .accounts()
        .find(
          (one) =>
            one.platform === subject.platform &&
            (trait
              ? one.traits.includes(trait)
              : one.traits.length === 0 &&
                Object.entries(subject.settings).every(
                  ([key, value]) => one.settings[key] === value
                ))
        )
      if (!found) {
        throw new Error(`No ${subject.name} account with ${trait}`)
      }
      return found
    }
    const today = () => dayOf(sandbox.clock.now())
    const daysBack = (days: number): AccountInsightsRequest => ({
      from: addDays(today(), -days),
      to: addDays(today(), -1),
      today: today(),
      audience: false,
    })

    const read = async (
      owner: WorldAccount,
      request: AccountInsightsRequest,
      depth: PlatformCall["depth"] = "bulk"
    ) => {
      let calls = 0
      const call: PlatformCall = {
        account: {
          id: "sacc_1",
          external_id: owner.external_id,
          username: owner.username,
          scopes: null,
          settings: owner.settings,
          access_token: owner.access_token,
        },
        depth,
        budget: new CallBudget({ sleep: async () => undefined }),
        verdicts: new MetricVerdicts(subject.platform, () =>
          sandbox.clock.now()
        ),
        now: () => sandbox.clock.now(),
        onCall: () => calls++,
      }
      const pages: AccountInsightsPage[] = []
      let thrown: unknown = null
      try {
        for await (const page of platform.fetchAccountInsights(call, request)) {
          pages.push(page)
        }
      } catch (error) {
        thrown = error
      }
      const days = merged(pages)
      return { pages, days, calls, thrown }
    }

    it("tells every closed day that was asked, and today", async () => {
      const request = daysBack(9)
      const { days, pages } = await read(account(), request)
      expect([...days.keys()].sort()).toEqual(
        daysBetween(request.from, request.today)
      )
      expect(pages.flatMap(({ problems }) => problems)).toEqual([])
    })

    it("says of every number that is not known why", async () => {
      const { days } = await read(account(), daysBack(9))
      for (const [day, { metrics, unavailable }] of days) {
        const asked = day === today() ? [] : ACCOUNT_DAILY
        for (const metric of ACCOUNT_METRICS) {
          const value = metrics[metric]
          if (
            value === null ||
            (value === undefined && asked.includes(metric))
          ) {
            expect([day, metric, unavailable]).toEqual([
              day,
              metric,
              expect.objectContaining({ [metric]: expect.any(String) }),
            ])
          } else {
            expect(unavailable).not.toHaveProperty(metric)
          }
        }
      }
    })

    it("gives today the totals as of now, and to no other day", async () => {
      const { days } = await read(account(), daysBack(5))
      const { [today()]: now, ...closed } = Object.fromEntries(days)
      expect(now?.metrics.followers).toBeGreaterThan(0)
      for (const { metrics } of Object.values(closed)) {
        expect(metrics.following ?? null).toBeNull()
        expect(metrics.posts_count ?? null).toBeNull()
        expect((metrics.followers ?? null) !== null).toBe(
          subject.keepsTotals ?? false
        )
      }
      // A day that runs has not brought anything yet.
      for (const metric of ACCOUNT_DAILY) {
        expect(now?.metrics[metric] ?? null).toBeNull()
      }
    })

    it.each([1, 30])(
      "asks no more often than it must for %d days",
      async (n) => {
        const { calls } = await read(account(), daysBack(n))
        expect(calls).toBe(subject.floor(n))
      }
    )

    it("stops at a dead token and says to reconnect", async () => {
      const { thrown, pages } = await read(
        account(subject.deadToken),
        daysBack(3)
      )
      const error = thrown ?? pages[0]?.problems[0]?.error
      expect(error).toMatchObject({
        kind: "auth",
        scope: "account",
        message: expect.stringMatching(/reconnect/i),
      })
    })

    it("throws what passes when the platform is down", async () => {
      sandbox.faults.add({
        host: subject.host,
        kind: "status",
        status: 503,
        body: {},
      })
      const { thrown, days } = await read(account(), daysBack(3))
      expect(thrown).toMatchObject({ kind: "transient" })
      expect(days.size).toBe(0)
    })
  }
)

/** All that was told of each day. */
function merged(pages: readonly AccountInsightsPage[]) {
  const days = new Map<string, AccountDay>()
  for (const day of pages.flatMap((page) => page.days)) {
    const earlier = days.get(day.day)
    days.set(day.day, {
      ...day,
      metrics: { ...earlier?.metrics, ...day.metrics },
      unavailable: { ...earlier?.unavailable, ...day.unavailable },
    })
  }
  return days
}
