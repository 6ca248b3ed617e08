import { MetricVerdicts } from "../../../platform-kit"
import {
  type Harness,
  NOW,
  readAll,
  startHarness,
  toPlatformPost,
} from "./harness"

const ENDPOINT = "GET /rest/memberCreatorPostAnalytics"

let harness: Harness
afterEach(() => harness.sandbox.close())

const truth = (urn: string) =>
  harness.sandbox.world.named("linkedin")?.truth(urn)
    ?.memberCreatorPostAnalytics as Record<string, number>

const somePosts = (count: number) =>
  harness
    .posts(harness.member())
    .filter(({ traits }) => traits.length === 0)
    .slice(0, count)

/** No data is an empty answer, so a zero cannot be told from it. */
const orNull = (count: number | undefined) => (count ? count : null)

describe("reading posts of a person", () => {
  it("takes five calls per post in bulk", async () => {
    harness = await startHarness()
    const posts = somePosts(6).map((post) => toPlatformPost(post))
    const call = harness.call(harness.member())
    const results = await readAll(harness, call, posts)
    expect(harness.calls()).toEqual({ [ENDPOINT]: 30 })
    for (const [urn, { insights, problems }] of results) {
      const sent = truth(urn)
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject({
        impressions: orNull(sent.IMPRESSION),
        reach: orNull(sent.MEMBERS_REACHED),
        likes: orNull(sent.REACTION),
        comments: orNull(sent.COMMENT),
        shares: orNull(sent.RESHARE),
      })
      expect(insights?.metrics).not.toHaveProperty("saves")
    }
  })

  it("reads shares and ugcPosts alike", async () => {
    harness = await startHarness()
    const kinds = somePosts(6).map(
      ({ media_product_type }) => media_product_type
    )
    expect(new Set(kinds)).toEqual(new Set(["share", "ugcPost"]))
  })

  it("asks for everything when one post is synced", async () => {
    harness = await startHarness()
    const video = harness
      .posts(harness.member())
      .find(({ media_type }) => media_type === "video")!
    const call = harness.call(harness.member(), { depth: "single" })
    const [result] = (
      await readAll(harness, call, [toPlatformPost(video)])
    ).values()
    const sent = truth(video.platform_post_id)
    expect(result?.problems).toEqual([])
    expect(result?.insights?.metrics).toMatchObject({
      saves: orNull(sent.POST_SAVE),
      sends: orNull(sent.POST_SEND),
      clicks: orNull(sent.LINK_CLICKS),
      profile_visits: orNull(sent.PROFILE_VIEW_FROM_CONTENT),
      follows: orNull(sent.FOLLOWER_GAINED_FROM_CONTENT),
      video_views: orNull(sent.VIDEO_PLAY),
    })
    expect(harness.calls()).toEqual({
      [ENDPOINT]: 10,
      "GET /rest/memberCreatorVideoAnalytics": 2,
    })
  })

  it("leaves out metrics that an older version does not know", async () => {
    harness = await startHarness({}, { api_version: "202603" })
    const [post] = somePosts(1).map((one) => toPlatformPost(one))
    const call = harness.call(harness.member(), { depth: "single" })
    const [result] = (await readAll(harness, call, [post!])).values()
    expect(result?.insights?.metrics.likes).toEqual(expect.any(Number))
    expect(harness.calls()).toEqual({ [ENDPOINT]: 5 })
  })

  it("drops a refused metric alone, and remembers it", async () => {
    harness = await startHarness()
    harness.sandbox.faults.add({
      kind: "status",
      status: 400,
      body: { status: 400, code: "PARAM_INVALID" },
      match: "queryType=POST_SEND",
    })
    const [post] = somePosts(1).map((one) => toPlatformPost(one))
    const verdicts = new MetricVerdicts("linkedin", () => new Date(NOW))
    const call = harness.call(harness.member(), { depth: "single", verdicts })
    const [result] = (await readAll(harness, call, [post!])).values()
    expect(result?.problems).toEqual([])
    expect(result?.insights?.unavailable.sends).toBe("not_supported")
    expect(result?.insights?.metrics.likes).toEqual(expect.any(Number))
    expect(verdicts.isRefused("rest", "member", "POST_SEND")).toBe(true)
  })

  it("stops at the first refusal of the whole endpoint", async () => {
    harness = await startHarness()
    harness.set({ member_analytics: "403" })
    const posts = somePosts(20).map((post) => toPlatformPost(post))
    const call = harness.call(harness.member())
    const results = await readAll(harness, call, posts)
    for (const { problems } of results.values()) {
      expect(problems[0]?.error).toMatchObject({
        kind: "permission",
        scope: "account",
        missing_scope: "r_member_postAnalytics",
      })
    }
    // As many as run at the same time.
    expect(harness.calls()[ENDPOINT]).toBe(4)
  })

  it("does not take a missing endpoint for deleted posts", async () => {
    harness = await startHarness()
    harness.set({ member_analytics: "404" })
    const posts = somePosts(3).map((post) => toPlatformPost(post))
    const call = harness.call(harness.member())
    const results = await readAll(harness, call, posts)
    for (const { insights, problems } of results.values()) {
      expect(insights).toBeNull()
      expect(problems[0]?.error).toMatchObject({
        kind: "unsupported_metric",
        scope: "post",
      })
    }
    expect(harness.calls()).toEqual({ [ENDPOINT]: 3 })
  })

  it("asks no more where the app has no such endpoint", async () => {
    harness = await startHarness()
    harness.sandbox.faults.add({
      kind: "status",
      status: 404,
      body: {
        status: 404,
        message: "No virtual resource found for: /memberCreatorPostAnalytics",
      },
    })
    const posts = somePosts(20).map((post) => toPlatformPost(post))
    const call = harness.call(harness.member())
    const results = await readAll(harness, call, posts)
    for (const { problems } of results.values()) {
      // Pages are read through other endpoints: the app goes on.
      expect(problems[0]?.error).toMatchObject({
        kind: "unsupported_metric",
        scope: "account",
      })
    }
    expect(harness.sandbox.ledger.entries()).toHaveLength(4)
  })

  it("keeps what was read before a limit", async () => {
    harness = await startHarness()
    const account = harness.member()
    harness.set({ account: account.external_id, daily_limit: 7 })
    const posts = somePosts(3).map((post) => toPlatformPost(post))
    const results = await readAll(harness, harness.call(account), posts)
    const problems = [...results.values()].flatMap((one) => one.problems)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every(({ error }) => error.kind === "rate_limit")).toBe(
      true
    )
    const partly = [...results.values()].filter(
      (one) => one.insights && one.problems.length > 0
    )
    expect(partly.length).toBeGreaterThan(0)
  })
})
