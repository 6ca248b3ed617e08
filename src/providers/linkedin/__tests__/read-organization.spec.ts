import { MetricVerdicts, type PlatformCall } from "../../../platform-kit"
import {
  type Harness,
  NOW,
  readAll,
  startHarness,
  toPlatformPost,
} from "./harness"

type Counts = Record<string, number>
interface Truth {
  totalShareStatistics: Counts | null
  socialMetadata: { reactionSummaries: Record<string, { count: number }> }
}

const STATISTICS = "GET /rest/organizationalEntityShareStatistics"
const BATCH = "GET /rest/socialMetadata"
const SINGLE = "GET /rest/socialMetadata/{urn}"
const HUNDRED = {
  plain: true,
  posts: { linkedin: { share: 50, ugcPost: 50 } },
}

let harness: Harness
afterEach(() => harness.sandbox.close())

const truth = (urn: string) =>
  harness.sandbox.world.named("linkedin")?.truth(urn) as unknown as Truth

async function readWorld(more: Partial<PlatformCall> = {}, trait?: string) {
  const account = harness.account(trait)
  const posts = harness.posts(account)
  const results = await readAll(
    harness,
    harness.call(account, more),
    posts.map((post) => toPlatformPost(post))
  )
  return { account, posts, results }
}

const numbersOf = ({ totalShareStatistics: sent }: Truth) => ({
  impressions: sent?.impressionCount,
  reach: sent?.uniqueImpressionsCount,
  clicks: sent?.clickCount,
  likes: sent?.likeCount,
  comments: sent?.commentCount,
  shares: sent?.shareCount,
})

const ZEROS = {
  impressions: 0,
  reach: 0,
  clicks: 0,
  likes: 0,
  comments: 0,
  shares: 0,
}

const onlyOne = (posts: ReturnType<Harness["posts"]>, trait: string) => {
  const post = posts.find(({ traits }) => traits.includes(trait))
  if (!post) {
    throw new Error(`The world has no post with ${trait}`)
  }
  return post
}

describe("reading posts of a page", () => {
  it("takes one tunnelled call for 100 posts and two for their reactions", async () => {
    harness = await startHarness(HUNDRED)
    const { results } = await readWorld()
    expect(harness.calls()).toEqual({ [STATISTICS]: 1, [BATCH]: 2 })
    expect(
      harness.sandbox.ledger.entries().every(({ status }) => status === 200)
    ).toBe(true)
    for (const [urn, { insights, problems }] of results) {
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject(numbersOf(truth(urn)))
    }
  })

  it("asks plainly where the question is short", async () => {
    harness = await startHarness({
      plain: true,
      posts: { linkedin: { share: 20, ugcPost: 20 } },
    })
    await readWorld()
    const methods = harness.sandbox.ledger.entries().map(({ method }) => method)
    expect(methods).toEqual(["GET", "GET"])
  })

  it.each(["encoded", "plain"])(
    "gives every post exactly its own truth (%s batch keys)",
    async (batch_keys) => {
      harness = await startHarness()
      harness.set({ batch_keys })
      const { posts, results } = await readWorld()
      const seen = new Set<string>()
      for (const { platform_post_id: urn, traits } of posts) {
        const { insights, problems } = results.get(urn) ?? {}
        if (traits.includes("deleted")) {
          seen.add("deleted")
          expect(insights).toBeNull()
          expect(problems).toMatchObject([
            { part: "Post", error: { kind: "gone", scope: "post" } },
          ])
          continue
        }
        expect(problems).toEqual([])
        const { reactionSummaries } = truth(urn).socialMetadata
        for (const [type, { count }] of Object.entries(reactionSummaries)) {
          expect(insights?.reactions?.[type.toLowerCase()]).toBe(count)
        }
        if (traits.includes("older_than_12_months")) {
          seen.add("old")
          expect(insights?.unavailable.likes).toBe("window_closed")
        } else if (traits.includes("zero_activity")) {
          seen.add("quiet")
          expect(insights?.metrics).toMatchObject(ZEROS)
        } else {
          seen.add("counted")
          expect(insights?.metrics).toMatchObject(numbersOf(truth(urn)))
        }
      }
      expect([...seen].sort()).toEqual(["counted", "deleted", "old", "quiet"])
    }
  )

  it("confirms deleted posts in one more call", async () => {
    harness = await startHarness()
    const { posts } = await readWorld()
    const calls = harness.calls()
    expect(calls["GET /rest/posts"]).toBe(1)
    const [asked] = harness.sandbox.ledger
      .entries()
      .filter(({ path }) => path.endsWith("/rest/posts"))
    const deleted = posts.filter(({ traits }) => traits.includes("deleted"))
    expect(asked?.ids?.sort()).toEqual(
      deleted.map(({ platform_post_id }) => platform_post_id).sort()
    )
  })

  it("does not write zeros over numbers that lag behind", async () => {
    harness = await startHarness()
    harness.set({ statistics_lag_seconds: 3 * 24 * 60 * 60 })
    const { posts, results } = await readWorld()
    const fresh = posts.filter(
      ({ posted_at }) =>
        Date.parse(NOW) - Date.parse(posted_at) < 2.5 * 24 * 60 * 60 * 1000
    )
    expect(fresh.length).toBeGreaterThan(0)
    for (const { platform_post_id: urn } of fresh) {
      const { insights } = results.get(urn) ?? {}
      expect(insights?.metrics.likes).toBeNull()
      expect(insights?.unavailable.likes).toBe("no_data_yet")
      expect(insights?.reactions?.total).toBeGreaterThan(0)
    }
  })

  it("names the scope without which there are no reactions", async () => {
    harness = await startHarness()
    const { results } = await readWorld({}, "no_social_feed_scope")
    for (const [urn, { insights, problems }] of results) {
      expect(insights?.metrics).toMatchObject(numbersOf(truth(urn)))
      expect(problems).toMatchObject([
        {
          part: "Insights metrics",
          error: {
            kind: "permission",
            missing_scope: "r_organization_social_feed",
          },
        },
      ])
    }
    // One batch, and one single read to tell a missing scope from a banned batch.
    expect(harness.calls()).toEqual({
      [STATISTICS]: 1,
      [BATCH]: 1,
      [SINGLE]: 1,
    })
  })

  it("fails clearly without the administrator's role", async () => {
    harness = await startHarness()
    const { results } = await readWorld({}, "not_administrator")
    for (const { insights, problems } of results.values()) {
      expect(insights).toBeNull()
      expect(problems[0]?.error).toMatchObject({
        kind: "permission",
        scope: "account",
        message: expect.stringMatching(/^Permission denied.*administrator/),
      })
    }
  })

  it("knows a revoked token", async () => {
    harness = await startHarness()
    const { account, results } = await readWorld({}, "revoked_token")
    for (const { problems } of results.values()) {
      const error = problems[0]?.error
      expect(error).toMatchObject({ kind: "auth", scope: "account" })
      expect(error?.message).not.toContain(account.access_token)
    }
  })

  it("stops everything at a version that was shut off", async () => {
    harness = await startHarness(
      { plain: true, posts: { linkedin: { share: 700 } } },
      { api_version: "202504" }
    )
    const { results } = await readWorld()
    for (const { problems } of results.values()) {
      expect(problems).toMatchObject([
        {
          error: { kind: "invalid", scope: "app", code: "NONEXISTENT_VERSION" },
        },
      ])
    }
    // Four batches are under way when the first answer arrives; the rest are not asked.
    expect(harness.calls()[STATISTICS]).toBe(4)
  })

  it("isolates a post that LinkedIn refuses", async () => {
    harness = await startHarness({
      plain: true,
      posts: { linkedin: { share: 8 } },
    })
    const account = harness.account()
    const posts = harness.posts(account).map((post) => toPlatformPost(post))
    const culprit = posts[2]?.platform_post_id ?? ""
    harness.sandbox.faults.add({
      kind: "status",
      status: 400,
      body: { status: 400, code: "PARAM_INVALID" },
      match: `ShareStatistics.*${encodeURIComponent(culprit)}`,
    })
    const results = await readAll(harness, harness.call(account), posts)
    const failed = [...results].filter(([, { insights }]) => !insights)
    expect(failed.map(([urn]) => urn)).toEqual([culprit])
  })

  it("never lets one malformed id cost the others", async () => {
    harness = await startHarness({
      plain: true,
      posts: { linkedin: { share: 3 } },
    })
    const account = harness.account()
    const [first, ...rest] = harness
      .posts(account)
      .map((post) => toPlatformPost(post))
    const bad = { ...first!, platform_post_id: "urn:li:activity:1" }
    const results = await readAll(harness, harness.call(account), [
      bad,
      ...rest,
    ])
    expect(results.get("urn:li:activity:1")?.problems[0]?.error.kind).toBe(
      "invalid"
    )
    expect(
      rest.every((post) => results.get(post.platform_post_id)?.insights)
    ).toBe(true)
  })

  it("reads the post itself and its video's views when one is synced", async () => {
    harness = await startHarness()
    const account = harness.account()
    const posts = harness.posts(account)
    const video = onlyOne(posts, "video")
    const call = harness.call(account, { depth: "single" })
    const post = toPlatformPost(video, { media_type: null, posted_at: null })
    const [result] = (await readAll(harness, call, [post])).values()
    expect(result?.problems).toEqual([])
    expect(result?.insights?.details).toMatchObject({
      caption: video.caption,
      media_type: "video",
      posted_at: new Date(video.posted_at),
      permalink: video.permalink,
    })
    expect(result?.insights?.metrics.video_views).toBeGreaterThan(0)
    expect(harness.calls()).toEqual({
      [STATISTICS]: 1,
      [SINGLE]: 1,
      "GET /rest/posts/{urn}": 1,
      "GET /rest/videoAnalytics": 1,
    })
  })

  it.each(["truncate", "html", "empty", "reset"] as const)(
    "tries again after a broken answer (%s)",
    async (kind) => {
      harness = await startHarness({
        plain: true,
        posts: { linkedin: { share: 3 } },
      })
      harness.sandbox.faults.add({ kind, times: 2 })
      const { results } = await readWorld()
      for (const { insights, problems } of results.values()) {
        expect(problems).toEqual([])
        expect(insights?.reactions).toBeDefined()
      }
    }
  )

  it("takes an answer it cannot read for trouble, not for silence of the post", async () => {
    harness = await startHarness({
      plain: true,
      posts: { linkedin: { share: 2 } },
    })
    harness.sandbox.faults.add({
      kind: "patch",
      body: { results: {}, statuses: {}, errors: {} },
      match: "socialMetadata",
    })
    const { results } = await readWorld()
    for (const { insights, problems } of results.values()) {
      expect(insights?.metrics.likes).toEqual(expect.any(Number))
      expect(problems[0]?.error.kind).toBe("transient")
    }
  })
})

describe("the Development tier", () => {
  it("reads reactions one by one, up to the limit, and remembers", async () => {
    harness = await startHarness(
      { plain: true, posts: { linkedin: { share: 30 } } },
      { max_single_reads: 12 }
    )
    harness.set({ tier: "development" })
    const verdicts = new MetricVerdicts("linkedin", () => new Date(NOW))
    const { results } = await readWorld({ verdicts })
    expect(harness.calls()).toEqual({
      [STATISTICS]: 1,
      [BATCH]: 1,
      [SINGLE]: 12,
    })
    for (const [urn, { insights, problems }] of results) {
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject(numbersOf(truth(urn)))
    }
    const withReactions = [...results.values()].filter(
      ({ insights }) => insights?.reactions
    )
    expect(withReactions).toHaveLength(12)
    expect(verdicts.takeLearned()).toMatchObject([
      { host: "rest", product_type: "batch", metric: "BATCH_GET" },
    ])
    harness.sandbox.ledger.reset()
    await readWorld({ verdicts })
    expect(harness.calls()).toEqual({ [STATISTICS]: 1, [SINGLE]: 12 })
  })

  it("still tells deleted posts from quiet ones", async () => {
    harness = await startHarness({}, { max_single_reads: 95 })
    harness.set({ tier: "development" })
    const { posts, results } = await readWorld()
    for (const { platform_post_id: urn, traits } of posts) {
      const { insights, problems } = results.get(urn) ?? {}
      if (traits.includes("deleted")) {
        expect(problems?.[0]?.error.kind).toBe("gone")
      } else if (traits.includes("zero_activity")) {
        expect(insights?.metrics).toMatchObject(ZEROS)
      }
    }
  })

  it("parks the account at the member's daily limit", async () => {
    harness = await startHarness(HUNDRED)
    const account = harness.account()
    harness.set({ account: account.external_id, daily_limit: 0 })
    const call = harness.call(account)
    const posts = harness.posts(account).map((post) => toPlatformPost(post))
    const results = await readAll(harness, call, posts)
    for (const { problems } of results.values()) {
      expect(problems[0]?.error).toMatchObject({
        kind: "rate_limit",
        scope: "account",
        retry_at: new Date("2026-11-16T00:00:00.000Z"),
      })
    }
    harness.sandbox.ledger.reset()
    await readAll(harness, call, posts)
    expect(harness.calls()).toEqual({})
  })

  it("does not park the account when only reactions are limited", async () => {
    harness = await startHarness(HUNDRED)
    harness.sandbox.faults.add({
      kind: "status",
      status: 429,
      body: { status: 429, message: "throttle APPLICATION DAY limit" },
      match: "socialMetadata",
    })
    const { results } = await readWorld()
    for (const [urn, { insights, problems }] of results) {
      expect(insights?.metrics).toMatchObject(numbersOf(truth(urn)))
      expect(problems).toMatchObject([
        {
          part: "Insights metrics",
          error: { kind: "rate_limit", scope: "post" },
        },
      ])
    }
  })

  it("gives a limit without a reason one more try", async () => {
    harness = await startHarness(HUNDRED)
    harness.sandbox.faults.add({
      kind: "status",
      status: 429,
      body: { status: 429, code: "TOO_MANY_REQUESTS" },
      match: "ShareStatistics",
      times: 1,
    })
    const { results } = await readWorld()
    const problems = [...results.values()].flatMap((one) => one.problems)
    expect(problems).toEqual([])
  })
})
