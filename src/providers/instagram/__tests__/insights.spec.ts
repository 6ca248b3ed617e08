import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import type { PlatformPost, PostResult } from "../../../platform-kit"
import {
  resultsById,
  storedPost,
  testCall,
  testPost,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"

const HOUR = 60 * 60 * 1000

jest.setTimeout(30000)

describe("Instagram insights against the sandbox", () => {
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
    // Numbers grow with the clock, which stands still while they are compared.
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-11-01T12:00:00Z"))
    sandbox.rebuild({ seed: 7 })
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => sandbox.close())

  const accountOf = (find: { trait?: string; login?: string }) => {
    const account = sandbox.world
      .accounts()
      .find(
        ({ platform: name, traits, settings }) =>
          name === "instagram" &&
          (find.trait ? traits.includes(find.trait) : traits.length === 0) &&
          (!find.login || settings.login === find.login)
      )
    if (!account) {
      throw new Error("no such account")
    }
    return account
  }

  const callFor = (
    account: ReturnType<typeof accountOf>,
    options: Parameters<typeof testCall>[1] = {}
  ) =>
    testCall(
      {
        external_id: account.external_id,
        settings: account.settings,
        access_token: account.access_token,
      },
      { now: () => sandbox.clock.now(), ...options }
    )

  const postsOf = (account: ReturnType<typeof accountOf>, trait?: string) =>
    sandbox.world
      .posts()
      .filter(
        (post) =>
          post.account_external_id === account.external_id &&
          (trait === undefined || post.traits.includes(trait))
      )

  const truthOf = (id: string) =>
    sandbox.world.named("instagram")?.truth(id) as Record<string, number>

  const change = (what: Record<string, unknown>) =>
    expect(sandbox.world.named("instagram")?.set(what)).toBe(true)

  const read = async (
    call: ReturnType<typeof testCall>,
    posts: PlatformPost[]
  ) => resultsById(platform.fetchInsights(call, posts))

  it("reads 50 feed posts and 50 reels in 2 calls, with the true numbers", async () => {
    sandbox.rebuild({
      seed: 7,
      plain: true,
      posts: { instagram: { FEED: 30, CAROUSEL_ALBUM: 20, REELS: 50 } },
    })
    const account = accountOf({})
    const call = callFor(account)
    const results = await read(call, postsOf(account).map(storedPost))
    expect(call.calls).toHaveLength(2)
    expect(results.size).toBe(100)
    for (const { post, insights, problems } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject({
        likes: truth.like_count,
        comments: truth.comments_count,
        reach: truth.reach,
        views: truth.views,
        saves: truth.saved,
        shares: truth.shares,
        total_interactions: truth.total_interactions,
        reposts: truth.reposts,
        impressions: null,
      })
      expect(insights?.unavailable).toMatchObject({
        impressions: "retired",
        quotes: "not_offered",
        clicks: "not_offered",
      })
      if (post.media_product_type === "REELS") {
        expect(insights?.metrics).toMatchObject({
          video_views: truth.views,
          avg_watch_time: (truth.ig_reels_avg_watch_time ?? NaN) / 1000,
          total_watch_time:
            (truth.ig_reels_video_view_total_time ?? NaN) / 1000,
          skip_rate: truth.reels_skip_rate,
        })
        expect(insights?.metrics.follows).toBeUndefined()
      } else {
        expect(insights?.metrics.follows).toBe(truth.follows)
        expect(insights?.unavailable.video_views).toBe("not_offered")
      }
      expect(insights?.native).toMatchObject({
        reach: truth.reach,
        saved: truth.saved,
        like_count: truth.like_count,
      })
      expect(insights?.details.permalink).toMatch(/^https:/)
      expect(insights?.details.posted_at).toEqual(post.posted_at)
    }
  })

  it.each(["instagram", "facebook"])(
    "gives every post of an awkward account its result (%s login)",
    async (login) => {
      const account = accountOf({ login })
      const worldPosts = postsOf(account)
      const call = callFor(account)
      const results = await read(call, worldPosts.map(storedPost))
      expect(results.size).toBe(worldPosts.length)
      const now = sandbox.clock.now().getTime()
      for (const { platform_post_id: id, traits, ...post } of worldPosts) {
        const result = results.get(id) as PostResult
        const truth = truthOf(id)
        const story = post.media_product_type === "STORY"
        const old = now - Date.parse(post.posted_at) > 24 * HOUR
        if (traits.includes("deleted")) {
          expect(result.insights).toBeNull()
          expect(result.problems[0]).toMatchObject({
            part: "Post",
            error: { kind: "gone", scope: "post" },
          })
          continue
        }
        expect(result.problems).toEqual([])
        if (traits.includes("pre_conversion")) {
          expect(result.insights?.insights_blocked).toBe(
            "posted_before_conversion"
          )
          expect(result.insights?.metrics.likes).toBe(truth.like_count)
          expect(result.insights?.metrics.reach).toBeNull()
          expect(result.insights?.unavailable.reach).toBe(
            "posted_before_conversion"
          )
        } else if (traits.includes("few_viewers")) {
          expect(result.insights?.unavailable.reach).toBe("too_few_viewers")
        } else if (story && old) {
          expect(result.insights?.metrics.reach).toBeNull()
          expect(result.insights?.unavailable.reach).toBe("window_closed")
        } else {
          expect(result.insights?.metrics.reach).toBe(truth.reach)
          expect(result.insights?.unavailable.reach).toBeUndefined()
        }
        if (traits.includes("hidden_likes")) {
          expect(result.insights?.metrics.likes).toBe(truth.likes)
        }
      }
      const single = call.calls.filter((name) => name.startsWith("POST"))
      // Five refused posts: halving takes tens of calls, batches a handful.
      expect(call.calls.length).toBeLessThan(login === "facebook" ? 20 : 90)
      expect(single.length > 0).toBe(login === "facebook")
    }
  )

  it("splits story navigation and profile activity into their parts", async () => {
    const account = accountOf({ login: "instagram" })
    const stories = postsOf(account).filter(
      ({ media_product_type, posted_at, traits }) =>
        media_product_type === "STORY" &&
        traits.length === 0 &&
        sandbox.clock.now().getTime() - Date.parse(posted_at) < 20 * HOUR
    )
    const call = callFor(account)
    const results = await read(call, stories.map(storedPost))
    expect(call.calls).toEqual([
      "GET /?ids",
      "GET /insights?ids",
      "GET /insights?ids",
    ])
    expect(stories.length).toBeGreaterThan(1)
    for (const { post, insights } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      const parts = insights?.breakdowns?.navigation ?? {}
      const sum = Object.values(parts).reduce((all, part) => all + part, 0)
      expect(insights?.metrics.navigation).toBe(truth.navigation)
      expect(sum).toBe(truth.navigation)
      for (const key of Object.keys(parts)) {
        expect(key).toBe(key.toLowerCase())
      }
      expect(insights?.breakdowns).toHaveProperty("profile_activity")
    }
  })

  it("asks metrics of shared posts in single syncs, and remembers no refusal", async () => {
    const account = accountOf({ login: "instagram" })
    const reels = postsOf(account).filter(
      ({ media_product_type, traits }) =>
        media_product_type === "REELS" &&
        !traits.some((trait) => trait === "deleted")
    )
    const shared = reels.find(({ traits }) => traits.length === 0)
    const unshared = reels.find(({ traits }) =>
      traits.includes("not_shared_to_facebook")
    )
    if (!shared || !unshared) {
      throw new Error("the world lacks these reels")
    }
    const call = callFor(account, { depth: "single" })
    const on = (await read(call, [storedPost(shared)])).get(
      shared.platform_post_id
    )
    const truth = truthOf(shared.platform_post_id)
    expect(on?.insights?.metrics).toMatchObject({
      facebook_views: truth.facebook_views,
      crossposted_views: truth.crossposted_views,
    })
    const off = (await read(call, [storedPost(unshared)])).get(
      unshared.platform_post_id
    )
    expect(off?.problems).toEqual([])
    expect(off?.insights?.metrics.facebook_views).toBeNull()
    expect(off?.insights?.unavailable).toMatchObject({
      facebook_views: "not_supported",
      crossposted_views: "not_supported",
    })
    expect(off?.insights?.metrics.reach).toBe(
      truthOf(unshared.platform_post_id).reach
    )
    expect(call.verdicts.takeLearned()).toEqual([])
  })

  it.each([false, true])(
    "drops a refused metric in the same sync and remembers it (localised: %s)",
    async (localised) => {
      const account = accountOf({ login: "instagram" })
      change({ refuse_metric: "shares", product_type: "REELS" })
      change({ localised })
      const reels = postsOf(account).filter(
        ({ media_product_type, traits }) =>
          media_product_type === "REELS" && traits.length === 0
      )
      const call = callFor(account)
      const results = await read(call, reels.map(storedPost))
      for (const { post, insights, problems } of results.values()) {
        expect(problems).toEqual([])
        expect(insights?.metrics.reach).toBe(
          truthOf(post.platform_post_id).reach
        )
        expect(insights?.metrics.shares).toBeNull()
        expect(insights?.unavailable.shares).toBe("not_supported")
      }
      expect(call.verdicts.takeLearned()).toEqual([
        expect.objectContaining({
          host: "instagram",
          product_type: "REELS",
          metric: "shares",
        }),
      ])
      call.calls.length = 0
      await read(call, reels.map(storedPost))
      expect(call.calls).toHaveLength(1)
    }
  )

  it("does not ask blocked posts for insights again", async () => {
    const account = accountOf({ login: "instagram" })
    const posts = postsOf(account, "pre_conversion").map((post) => ({
      ...storedPost(post),
      insights_blocked: "posted_before_conversion",
    }))
    const call = callFor(account)
    const results = await read(call, posts)
    expect(call.calls).toHaveLength(1)
    const queries = sandbox.ledger.entries().map(({ query }) => query)
    expect(queries.join()).not.toContain("insights")
    for (const { post, insights } of results.values()) {
      expect(insights?.metrics.likes).toBe(
        truthOf(post.platform_post_id).like_count
      )
    }
  })

  it("delivers the object's counts without the insights permission", async () => {
    const account = accountOf({ trait: "no_insights_permission" })
    const call = callFor(account)
    const results = await read(call, postsOf(account).map(storedPost))
    expect(results.size).toBe(5)
    for (const { post, insights, problems } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      expect(insights?.metrics.likes).toBe(truth.like_count)
      expect(insights?.metrics).not.toHaveProperty("reach")
      expect(problems).toEqual([
        {
          part: "Insights metrics",
          error: expect.objectContaining({
            kind: "permission",
            missing_scope: "instagram_business_manage_insights",
          }),
        },
      ])
    }
  })

  it.each([
    ["expired_token", "190/463"],
    ["revoked_token", "190/458"],
    ["password_changed", "190/460"],
  ])("says why a token no longer works: %s", async (trait, code) => {
    const account = accountOf({ trait })
    const call = callFor(account)
    const results = await read(call, postsOf(account).map(storedPost))
    for (const { insights, problems } of results.values()) {
      expect(insights).toBeNull()
      expect(problems[0]?.error).toMatchObject({ kind: "auth", code })
      expect(problems[0]?.error.message).not.toContain(account.access_token)
    }
  })

  it("tells few viewers from a missing permission in any language", async () => {
    change({ localised: true })
    const account = accountOf({ login: "instagram" })
    const call = callFor(account)
    const results = await read(call, postsOf(account).map(storedPost))
    const [few] = postsOf(account, "few_viewers")
    const result = results.get(few?.platform_post_id ?? "")
    expect(result?.problems).toEqual([])
    expect(result?.insights?.unavailable.reach).toBe("too_few_viewers")

    const without = accountOf({ trait: "no_insights_permission" })
    const denied = await read(
      callFor(without),
      postsOf(without).map(storedPost)
    )
    for (const { problems } of denied.values()) {
      expect(problems[0]?.error.missing_scope).toBe(
        "instagram_business_manage_insights"
      )
    }
  })

  it.each([
    [["instagram_basic"], "instagram_manage_insights", /lacks the permission/],
    [
      ["instagram_basic", "instagram_manage_insights"],
      "ads_read",
      /Business Manager.*facebook_extra_scopes/,
    ],
  ])(
    "names what is missing of the Facebook login: %j",
    async (scopes, missing_scope, words) => {
      const account = accountOf({ login: "facebook" })
      // The host knows better than what was granted once.
      change({
        account: account.external_id,
        scopes: ["instagram_basic", "pages_read_engagement"],
      })
      const posts = postsOf(account).filter(
        ({ media_product_type, traits }) =>
          media_product_type === "FEED" && traits.length === 0
      )
      const call = callFor(account)
      const results = await read(
        { ...call, account: { ...call.account, scopes } },
        posts.slice(0, 2).map(storedPost)
      )
      expect(results.size).toBe(2)
      for (const { problems } of results.values()) {
        expect(problems[0]?.error).toMatchObject({
          kind: "permission",
          missing_scope,
        })
        expect(problems[0]?.error.message).toMatch(words)
      }
    }
  )

  it.each([false, true])(
    "tells few viewers beside a deleted story (localised: %s)",
    async (localised) => {
      change({ localised })
      const account = accountOf({ login: "facebook" })
      const stories = postsOf(account).filter(
        ({ media_product_type }) => media_product_type === "STORY"
      )
      const few = stories.find(({ traits }) => traits.includes("few_viewers"))
      const gone = stories.find((story) => story !== few)
      change({ post: gone?.platform_post_id, deleted: true })
      const first = [gone, ...stories.filter((story) => story !== gone)]
      const feed = postsOf(account).filter(
        ({ media_product_type, traits }) =>
          media_product_type === "REELS" && traits.length === 0
      )
      const results = await read(
        callFor(account),
        [...first, ...feed].flatMap((post) => (post ? [storedPost(post)] : []))
      )
      const result = results.get(few?.platform_post_id ?? "")
      expect(result?.problems).toEqual([])
      expect(result?.insights?.unavailable.reach).toBe("too_few_viewers")
    }
  )

  it.each([false, true])(
    "delivers counts beside a deleted post without the permission (localised: %s)",
    async (localised) => {
      change({ localised })
      const account = accountOf({ login: "facebook" })
      change({
        account: account.external_id,
        scopes: ["instagram_basic", "pages_show_list", "pages_read_engagement"],
      })
      const posts = postsOf(account).filter(
        ({ media_product_type, traits }) =>
          media_product_type === "REELS" && traits.length === 0
      )
      const [gone, ...others] = posts
      change({ post: gone?.platform_post_id, deleted: true })
      expect(others.length).toBeGreaterThan(0)
      const results = await read(callFor(account), posts.map(storedPost))
      for (const { platform_post_id } of others) {
        const result = results.get(platform_post_id)
        expect(result?.insights?.metrics.likes).toEqual(expect.any(Number))
        expect(result?.problems).toEqual([
          expect.objectContaining({
            part: "Insights metrics",
            error: expect.objectContaining({
              kind: "permission",
              missing_scope: "instagram_manage_insights",
            }),
          }),
        ])
      }
    }
  )

  it.each(["instagram", "facebook"])(
    "lets an id of something else cost no post its numbers (%s login)",
    async (login) => {
      sandbox.rebuild({
        seed: 7,
        plain: true,
        accounts: { instagram: 2 },
        posts: { instagram: { FEED: 9 } },
      })
      const account = accountOf({ login })
      const wrong = testPost({
        platform_post_id: account.external_id,
        media_type: "IMAGE",
        media_product_type: "FEED",
      })
      const posts = postsOf(account).map(storedPost)
      const results = await read(callFor(account), [wrong, ...posts])
      for (const { platform_post_id } of posts) {
        const result = results.get(platform_post_id)
        expect(result?.problems).toEqual([])
        expect(result?.insights?.metrics.reach).toEqual(expect.any(Number))
      }
      const [problem] = results.get(wrong.platform_post_id)?.problems ?? []
      expect(problem).toMatchObject({
        part: "Post",
        error: { kind: "invalid", scope: "post", code: "wrong_object" },
      })
    }
  )

  it("looks up the kind of posts it knows nothing of", async () => {
    sandbox.rebuild({
      seed: 7,
      plain: true,
      posts: { instagram: { FEED: 20, REELS: 20, VIDEO: 5 } },
    })
    const account = accountOf({})
    const call = callFor(account)
    const posts = postsOf(account).map(({ platform_post_id }) =>
      testPost({ platform_post_id })
    )
    const results = await read(call, posts)
    expect(call.calls).toHaveLength(4)
    for (const { post, insights, problems } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      expect(problems).toEqual([])
      expect(insights?.metrics.reach).toBe(truth.reach)
      const video = insights?.details.media_type === "VIDEO"
      expect(insights?.metrics.video_views).toBe(video ? truth.views : null)
    }
  })

  it("keeps a closed story's last numbers", async () => {
    const account = accountOf({ login: "instagram" })
    const [gone] = postsOf(account, "expires_gone")
    if (!gone) {
      throw new Error("no such story")
    }
    const post = { ...storedPost(gone), known: { reach: 44 } }
    for (const depth of ["bulk", "single"] as const) {
      const results = await read(callFor(account, { depth }), [post])
      const result = results.get(gone.platform_post_id)
      expect(result?.problems).toEqual([])
      expect(result?.insights?.metrics).not.toHaveProperty("reach")
      expect(result?.insights?.unavailable.views).toBe("window_closed")
    }
  })

  it("parks the account for the time the headers give", async () => {
    const account = accountOf({ login: "instagram" })
    change({ account: account.external_id, usage: 100, regain_minutes: 42 })
    const call = callFor(account)
    const posts = postsOf(account).map(storedPost)
    const results = await read(call, posts)
    const [first] = results.values()
    expect(first?.problems[0]?.error).toMatchObject({
      kind: "rate_limit",
      scope: "account",
    })
    const parked = call.budget.parkedUntil("account:sacc_1")?.getTime() ?? 0
    const minutes = (parked - sandbox.clock.now().getTime()) / 60000
    expect(minutes).toBeGreaterThan(40)
    const made = call.calls.length
    expect(made).toBeLessThanOrEqual(4)
    await read(call, posts)
    expect(call.calls).toHaveLength(made)
  })

  it("concludes nothing from a garbled answer", async () => {
    const account = accountOf({ login: "instagram" })
    const [post] = postsOf(account).filter(({ traits }) => traits.length === 0)
    if (!post) {
      throw new Error("no plain post")
    }
    for (const kind of ["html", "truncate", "reset", "empty"] as const) {
      sandbox.faults.clear()
      sandbox.faults.add({ kind, times: 3 })
      const failed = await read(callFor(account), [storedPost(post)])
      const [result] = failed.values()
      expect(result?.insights).toBeNull()
      expect(result?.problems[0]?.error.kind).toBe("transient")
    }
    sandbox.faults.clear()
    sandbox.faults.add({ kind: "reset", times: 2 })
    const again = await read(callFor(account), [storedPost(post)])
    expect([...again.values()][0]?.problems).toEqual([])
  })

  it("sends the token in the header only", async () => {
    const account = accountOf({ login: "facebook" })
    await read(callFor(account), postsOf(account).map(storedPost))
    for (const { query } of sandbox.ledger.entries()) {
      expect(query).not.toContain("access_token")
    }
  })
})
