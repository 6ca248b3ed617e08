import type { Fault, WorldOptions } from "../../platform-sandbox"
import { cloneStoreDatabase, type StoreDatabase } from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"
import { syncStore } from "../utils/store-run"
import { type SeededStore, seededStore } from "../utils/store-suite"

jest.setTimeout(120000)

const EACH = 20
const WORLD: WorldOptions = {
  seed: 1,
  plain: true,
  posts: {
    instagram: { FEED: EACH },
    facebook: { photo: EACH },
    twitter: { post: EACH },
    linkedin: { share: EACH },
  },
}

const HOSTS = {
  instagram: "graph.instagram.com",
  facebook: "graph.facebook.com",
  twitter: "api.x.com",
  linkedin: "api.linkedin.com",
} as const
type Platform = keyof typeof HOSTS
const PLATFORMS = Object.keys(HOSTS) as Platform[]

/** What a stored post shows of its numbers, without the words about the sync. */
interface StoredPost {
  id: string
  platform: string
  sync_status: string
  sync_errors: string[]
  insights: Record<string, unknown>
  next_sync_at: Date | null
  last_synced_at: Date
  /** Older posts are read on demand only. */
  is_young: boolean
}

describe("a platform that has a bad day", () => {
  let seeded: SeededStore
  let database: StoreDatabase
  let store: Store

  beforeAll(async () => {
    seeded = await seededStore(WORLD)
    const first = await openStore({
      databaseUrl: seeded.database.url,
      sandboxUrl: seeded.sandbox.url,
    })
    await syncStore(first)
    await first.close()
  })
  beforeEach(async () => {
    seeded.sandbox.faults.clear()
    database = await cloneStoreDatabase(seeded.database)
    store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: seeded.sandbox.url,
      platform: { timeout_ms: 300, retry_base_ms: 1 },
    })
  })
  afterEach(async () => {
    await store.close()
    await database.drop()
  })
  afterAll(() => seeded.close())

  const storedPosts = () =>
    database.query<StoredPost>(
      `SELECT id, platform, sync_status, sync_errors, next_sync_at,
         last_synced_at, posted_at > now() - interval '80 days' AS is_young,
         insights - 'sync_status' - 'sync_errors' AS insights
       FROM social_post ORDER BY id`
    )
  const count = async (table: string) => {
    const [row] = await database.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table}`
    )
    return row?.rows ?? 0
  }

  async function syncUnder(...faults: Fault[]) {
    const before = await storedPosts()
    faults.forEach((fault) => seeded.sandbox.faults.add(fault))
    const { run, outcomes } = await syncStore(store, {
      limit: 1000,
      force: true,
    })
    const after = await storedPosts()
    return { run, outcomes, before, after }
  }

  /** One platform failed as a whole, with this reason; the others did not notice. */
  async function expectOnlyFailing(
    platform: Platform,
    { run, before, after }: Awaited<ReturnType<typeof syncUnder>>,
    reason: RegExp
  ) {
    expect(run).toMatchObject({
      status: "partial",
      total: 4 * EACH,
      success: 3 * EACH,
      failed: EACH,
      skipped: 0,
    })
    for (const [index, post] of after.entries()) {
      const earlier = before[index]
      if (post.platform === platform) {
        expect(post.sync_status).toBe("failed")
        expect(post.sync_errors.join()).toMatch(reason)
        // Old numbers stay, with their age, and the post is tried again.
        expect(post.insights).toEqual(earlier?.insights)
        expect(post.last_synced_at).toEqual(earlier?.last_synced_at)
        if (post.is_young) {
          expect(post.next_sync_at).not.toBeNull()
        }
      } else {
        expect(post).toMatchObject({ sync_status: "success", sync_errors: [] })
        expect(post.last_synced_at).not.toEqual(earlier?.last_synced_at)
      }
    }
    const [read] = await database.query<{ readings: number }>(
      `SELECT count(*)::int AS readings FROM social_post_snapshot s
       JOIN social_post p ON p.id = s.post_id
       WHERE s.run_id = $1 AND p.platform = $2`,
      [run?.id, platform]
    )
    expect(read).toEqual({ readings: 0 })
    const accounts = await database.query(
      "SELECT DISTINCT status, status_reason FROM social_account"
    )
    expect(accounts).toEqual([{ status: "active", status_reason: null }])
  }

  const BROKEN: [name: string, fault: Omit<Fault, "host">, reason: RegExp][] = [
    ["cuts its answers off", { kind: "truncate" }, /cannot be read/],
    ["answers with a web page", { kind: "html" }, /cannot be read/],
    ["answers with nothing", { kind: "empty" }, /cannot be read/],
    ["never answers", { kind: "hang" }, /no answer within/],
    ["drops the connection", { kind: "reset" }, /could not be reached/],
    ["is down", { kind: "status", status: 503 }, /tried again later/],
    ["is down with a web page", { kind: "html", status: 502 }, /tried again/],
  ]
  const CASES = PLATFORMS.flatMap((platform, index) =>
    // Every platform meets some, every kind meets some platform.
    BROKEN.filter((_, kind) => kind % 2 === index % 2).map(
      ([name, fault, reason]) => ({ platform, name, fault, reason })
    )
  )

  it.each(CASES)(
    "$platform $name: its posts fail, the others are read",
    async ({ platform, fault, reason }) => {
      const host = HOSTS[platform]
      const result = await syncUnder({ ...fault, host } as Fault)
      await expectOnlyFailing(platform, result, reason)
    }
  )

  it.each(["truncate", "html", "empty", "hang", "reset"] as const)(
    "one bad answer (%s) is asked for again",
    async (kind) => {
      const faults = PLATFORMS.map((platform) => ({
        kind,
        host: HOSTS[platform],
        times: 1,
      }))
      const { run } = await syncUnder(...faults)
      expect(run).toMatchObject({ status: "success", success: 4 * EACH })
    }
  )

  it.each([
    ["facebook", 1, "An unknown error has occurred."],
    ["instagram", 2, "Service temporarily unavailable"],
  ] as const)(
    "%s answers 200 with error %i inside",
    async (platform, code, message) => {
      const error = { message, type: "OAuthException", code, fbtrace_id: "A1" }
      const result = await syncUnder({
        kind: "status",
        status: 200,
        host: HOSTS[platform],
        body: { error },
      })
      await expectOnlyFailing(platform, result, /tried again .*later/i)
    }
  )

  it("x answers 200 with nothing but errors", async () => {
    const result = await syncUnder({
      kind: "status",
      status: 200,
      host: HOSTS.twitter,
      body: {
        errors: [
          {
            title: "Over Capacity",
            detail: "The service is over capacity.",
            type: "about:blank",
            status: 503,
          },
        ],
      },
    })
    await expectOnlyFailing("twitter", result, /\w{3,}.*\./)
  })

  const LIMITS = [
    { platform: "facebook", code: 4, scope: "app" },
    { platform: "facebook", code: 17, scope: "account" },
    { platform: "instagram", code: 80002, scope: "account" },
  ] as const

  it.each(LIMITS)(
    "$platform says in a 400 that limit $code is used up: it is left alone",
    async ({ platform, code }) => {
      seeded.sandbox.ledger.reset()
      const { run, before, after, outcomes } = await syncUnder({
        kind: "status",
        status: 400,
        host: HOSTS[platform],
        body: {
          error: {
            message: `(#${code}) Application request limit reached`,
            type: "OAuthException",
            is_transient: true,
            code,
            fbtrace_id: "A1",
          },
        },
      })
      expect(run).toMatchObject({
        status: "partial",
        success: 3 * EACH,
        failed: EACH,
      })
      const failed = outcomes.filter(({ status }) => status === "failed")
      expect(failed).toHaveLength(EACH)
      for (const outcome of failed) {
        expect(outcome).toMatchObject({ platform, kind: "rate_limit" })
        expect(outcome.error).toMatch(/rate limit exceeded/i)
      }
      const mine = (posts: StoredPost[]) =>
        posts
          .filter((post) => post.platform === platform)
          .map(({ insights }) => insights)
      expect(mine(after)).toEqual(mine(before))
      // Asked once; a limit is no reason to try again at once.
      expect(seeded.sandbox.ledger.summary().platforms[platform]?.calls).toBe(1)
      const parked = await database.query(
        "SELECT platform, status FROM social_account WHERE parked_until > now()"
      )
      expect(parked).toEqual([{ platform, status: "active" }])
    }
  )

  it("all platforms are down: the run says failed and nothing is lost", async () => {
    const { run, before, after } = await syncUnder({ kind: "reset" })
    expect(run).toMatchObject({ status: "failed", failed: 4 * EACH })
    expect(after.map(({ insights }) => insights)).toEqual(
      before.map(({ insights }) => insights)
    )
    expect(await count("social_post_snapshot")).toBe(4 * EACH)
  })

  it("the platforms' clock jumps forwards and back", async () => {
    const { clock } = seeded.sandbox
    const start = clock.now().toISOString()
    for (const seconds of [40 * 86400, -90 * 86400]) {
      clock.advance(seconds)
      const { run } = await syncUnder()
      expect(run?.total).toBe(4 * EACH)
      expect((run?.success ?? 0) + (run?.failed ?? 0)).toBe(4 * EACH)
    }
    clock.set(start)
    const { run } = await syncUnder()
    expect(run).toMatchObject({ status: "success", success: 4 * EACH })
    const [gone] = await database.query<{ posts: number }>(
      "SELECT count(*)::int AS posts FROM social_post WHERE status <> 'posted'"
    )
    expect(gone).toEqual({ posts: 0 })
  })
})
