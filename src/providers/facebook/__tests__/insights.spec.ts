import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import type { PlatformPost, PostResult } from "../../../platform-kit"
import {
  resultsById,
  storedPost,
  testCall,
  testPost,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

type Truth = Record<string, number> & { reactions?: Record<string, number> }

jest.setTimeout(30000)

describe("Facebook insights against the sandbox", () => {
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
    // Numbers grow with the clock, which stands still while they are compared.
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-11-01T12:00:00Z"))
    sandbox.rebuild({ seed: 7 })
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => sandbox.close())

  const pageOf = (trait?: string) => {
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
    return page
  }

  const callFor = (
    page: ReturnType<typeof pageOf>,
    options: Parameters<typeof testCall>[1] = {},
    scopes: string[] | null = null
  ) =>
    testCall(
      {
        external_id: page.external_id,
        access_token: page.access_token,
        scopes,
      },
      { now: () => sandbox.clock.now(), ...options }
    )

  const postsOf = (page: ReturnType<typeof pageOf>, trait?: string) =>
    sandbox.world
      .posts()
      .filter(
        (post) =>
          post.account_external_id === page.external_id &&
          (trait === undefined || post.traits.includes(trait))
      )

  const truthOf = (id: string) =>
    sandbox.world.named("facebook")?.truth(id) as Truth

  const change = (what: Record<string, unknown>) =>
    expect(sandbox.world.named("facebook")?.set(what)).toBe(true)

  const read = async (
    call: ReturnType<typeof testCall>,
    posts: PlatformPost[]
  ) => resultsById(platform.fetchInsights(call, posts))

  it("reads 100 posts in 2 calls, with the true numbers", async () => {
    sandbox.rebuild({
      seed: 7,
      plain: true,
      posts: { facebook: { photo: 50, status: 10, video: 20, reel: 20 } },
    })
    const page = pageOf()
    const call = callFor(page)
    const results = await read(call, postsOf(page).map(storedPost))
    expect(call.calls).toEqual(["GET /?ids", "GET /?ids"])
    expect(results.size).toBe(100)
    for (const { post, insights, problems } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject({
        views: truth.post_media_view,
        reach: truth.post_total_media_view_unique,
        clicks: truth.post_clicks,
        impressions: null,
        saves: null,
      })
      expect(insights?.metrics.likes).toBe(insights?.reactions?.total)
      expect(insights?.unavailable.impressions).toBe("retired")
      expect(insights?.native.post_media_view).toBe(truth.post_media_view)
      const video = ["video", "reel"].includes(
        insights?.details.media_product_type ?? ""
      )
      expect(video).toBe(["video", "reel"].includes(post.media_type ?? ""))
      expect(insights?.metrics.video_views).toBe(
        video ? truth.post_video_views : null
      )
      if (video) {
        expect(insights?.metrics).toMatchObject({
          avg_watch_time: (truth.post_video_avg_time_watched ?? NaN) / 1000,
          total_watch_time: (truth.post_video_view_time ?? NaN) / 1000,
        })
      } else {
        expect(insights?.unavailable.video_views).toBe("not_offered")
        expect(insights?.metrics).not.toHaveProperty("avg_watch_time")
      }
    }
  })

  it("gives every post of an awkward Page its result, in few calls", async () => {
    const page = pageOf()
    const worldPosts = postsOf(page)
    const call = callFor(page)
    const results = await read(call, worldPosts.map(storedPost))
    expect(results.size).toBe(worldPosts.length)
    for (const { platform_post_id: id, traits } of worldPosts) {
      const result = results.get(id) as PostResult
      const truth = truthOf(id)
      if (traits.some((trait) => trait.startsWith("deleted"))) {
        expect(result.insights).toBeNull()
        expect(result.problems[0]).toMatchObject({
          part: "Post",
          error: { kind: "gone", scope: "post" },
        })
        continue
      }
      expect(result.problems).toEqual([])
      const { metrics, unavailable } = result.insights ?? {}
      if (traits.includes("empty_insights")) {
        expect(metrics?.reach).toBeNull()
        expect(unavailable?.reach).toBe("no_data_yet")
        expect(metrics?.likes).not.toBeNull()
      } else if (traits.includes("only_day_row")) {
        expect(metrics?.reach).toBeNull()
        expect(unavailable?.reach).toBe("not_returned")
        expect(metrics?.views).toBe(truth.post_media_view)
      } else {
        expect(metrics?.reach).toBe(truth.post_total_media_view_unique)
      }
      if (traits.includes("zero_activity")) {
        expect(metrics).toMatchObject({ likes: 0, comments: 0, shares: 0 })
        expect(result.insights?.reactions).toMatchObject({ like: 0, total: 0 })
      }
      if (traits.includes("no_message")) {
        expect(result.insights?.details).not.toHaveProperty("caption")
      }
    }
    // 2 together, 2 batches to isolate, 1 to look for the lost ones.
    expect(call.calls.length).toBeLessThanOrEqual(5)
  })

  it("counts without the totals of other people's content, and remembers", async () => {
    const page = pageOf("no_user_content_permission")
    const call = callFor(page)
    const posts = postsOf(page).map(storedPost)
    const results = await read(call, posts)
    expect(call.calls).toHaveLength(2)
    for (const { post, insights, problems } of results.values()) {
      const truth = truthOf(post.platform_post_id)
      expect(problems).toEqual([])
      expect(insights?.metrics.reach).toBe(truth.post_total_media_view_unique)
      expect(insights?.metrics.comments).toEqual(expect.any(Number))
      expect(insights?.metrics.likes).toBe(insights?.reactions?.total)
    }
    expect(call.verdicts.takeLearned()).toEqual([
      expect.objectContaining({
        host: call.account.id,
        product_type: "post",
        metric: "comments.summary",
      }),
    ])
    call.calls.length = 0
    await read(call, posts)
    expect(call.calls).toHaveLength(1)
  })

  it("asks another Page for the totals one Page's token may not read", async () => {
    const denied = pageOf("no_user_content_permission")
    const call = callFor(denied)
    await read(call, postsOf(denied).map(storedPost))
    const page = pageOf()
    const { verdicts } = call
    const other = callFor(page, { verdicts })
    other.account = { ...other.account, id: "sacc_2" }
    const [post] = postsOf(page)
      .filter(({ traits }) => traits.length === 0)
      .map(storedPost)
    const [result] = (await read(other, post ? [post] : [])).values()
    expect(result?.insights?.metrics.comments).toBe(
      truthOf(post?.platform_post_id ?? "").comments
    )
    expect(verdicts.isRefused("sacc_2", "post", "comments.summary")).toBe(false)
    expect(verdicts.isRefused("facebook", "post", "comments.summary")).toBe(
      false
    )
  })

  it("asks again for the totals once the verdict has expired", async () => {
    const page = pageOf("no_user_content_permission")
    const call = callFor(page)
    const posts = postsOf(page).map(storedPost)
    await read(call, posts)
    sandbox.clock.advance(31 * 24 * 60 * 60)
    call.calls.length = 0
    await read(call, posts)
    expect(call.calls).toHaveLength(2)
  })

  it("takes empty insights for a missing scope only when the scopes are known", async () => {
    const page = pageOf("no_insights_permission")
    const posts = postsOf(page).map(storedPost)
    const unknown = await read(callFor(page), posts)
    for (const { insights, problems } of unknown.values()) {
      expect(problems).toEqual([])
      expect(insights?.unavailable.reach).toBe("no_data_yet")
    }
    const known = await read(callFor(page, {}, page.scopes), posts)
    for (const { insights, problems } of known.values()) {
      expect(problems[0]).toMatchObject({
        part: "Insights metrics",
        error: { kind: "permission", missing_scope: "read_insights" },
      })
      expect(insights?.metrics).not.toHaveProperty("reach")
      expect(insights?.metrics.likes).toEqual(expect.any(Number))
    }
  })

  it("delivers the totals when insights are refused with 403", async () => {
    change({ insights_refusal: "403" })
    const page = pageOf("no_insights_permission")
    const call = callFor(page)
    const results = await read(call, postsOf(page).map(storedPost))
    expect(call.calls).toHaveLength(2)
    for (const { insights, problems } of results.values()) {
      expect(problems[0]?.error.missing_scope).toBe("read_insights")
      expect(insights?.metrics.comments).toEqual(expect.any(Number))
    }
    expect(call.verdicts.takeLearned()).toEqual([])
  })

  it("finds an unnamed refused metric with probes of one post", async () => {
    const page = pageOf()
    const [deleted] = postsOf(page, "deleted")
    const posts = postsOf(page)
      .filter(({ traits }) => traits.length === 0)
      .slice(0, 10)
    if (!deleted) {
      throw new Error("no deleted post")
    }
    const refusal = {
      error: {
        message: "(#100) The value must be a valid insights metric",
        type: "OAuthException",
        code: 100,
      },
    }
    sandbox.faults.add({
      kind: "status",
      status: 400,
      match: "post_clicks(%2C|,|&|$|\\))|post_clicks%29",
      body: refusal,
    })
    const call = callFor(page)
    const all = [deleted, ...posts].map(storedPost)
    const results = await read(call, all)
    for (const { platform_post_id: id } of posts) {
      const result = results.get(id)
      expect(result?.problems).toEqual([])
      expect(result?.insights?.metrics.clicks).toBeNull()
      expect(result?.insights?.unavailable.clicks).toBe("not_supported")
      expect(result?.insights?.metrics.views).toBe(truthOf(id).post_media_view)
    }
    expect(results.get(deleted.platform_post_id)?.problems[0]?.error.kind).toBe(
      "gone"
    )
    expect(call.verdicts.takeLearned().map(({ metric }) => metric)).toEqual([
      "post_clicks",
    ])
  })

  it("splits what is too much at once, without retrying it", async () => {
    const page = pageOf()
    const posts = postsOf(page)
      .filter(({ traits }) => traits.length === 0)
      .slice(0, 8)
    const body = {
      error: {
        message:
          "Please reduce the amount of data you're asking for, then retry your request",
        type: "OAuthException",
        code: 1,
      },
    }
    sandbox.faults.add({ kind: "status", status: 500, times: 1, body })
    const call = callFor(page)
    const results = await read(call, posts.map(storedPost))
    expect(call.calls).toHaveLength(3)
    for (const { problems } of results.values()) {
      expect(problems).toEqual([])
    }
  })

  it("finds the post around a reel's id and corrects the stored one", async () => {
    const page = pageOf()
    const reel = postsOf(page).find(
      ({ permalink, traits }) =>
        permalink.includes("/reel/") && traits.length === 0
    )
    const video = /reel\/(\d+)/.exec(reel?.permalink ?? "")?.[1] ?? ""
    const id = platform.parsePostId(video, page.external_id)
    const call = callFor(page)
    const results = await read(call, [testPost({ platform_post_id: id })])
    const { insights, problems } = results.get(id) ?? {}
    expect(problems).toEqual([])
    expect(insights?.details.platform_post_id).toBe(reel?.platform_post_id)
    expect(insights?.metrics.views).toBe(
      truthOf(reel?.platform_post_id ?? "").post_media_view
    )
  })

  it("falls back to the video's own numbers when its post is not told", async () => {
    const page = pageOf()
    const reel = postsOf(page).find(
      ({ permalink, traits }) =>
        permalink.includes("/reel/") && traits.length === 0
    )
    const video = /reel\/(\d+)/.exec(reel?.permalink ?? "")?.[1] ?? ""
    const id = `${page.external_id}_${video}`
    const item = (body: unknown) => ({ code: 200, body: JSON.stringify(body) })
    const gone = {
      code: 400,
      body: JSON.stringify({
        error: { code: 100, error_subcode: 33, message: "x" },
      }),
    }
    sandbox.faults.add({
      kind: "status",
      status: 200,
      match: "^POST /v?",
      body: [gone, item({ id: video })],
    })
    const results = await read(callFor(page), [
      testPost({ platform_post_id: id }),
    ])
    const { insights, problems } = results.get(id) ?? {}
    const truth = truthOf(reel?.platform_post_id ?? "")
    expect(problems).toEqual([])
    expect(insights?.metrics.video_views).toBe(truth.post_video_views)
    expect(insights?.native).toHaveProperty("blue_reels_play_count")
  })

  it("tells a batch item that timed out from one that is gone", async () => {
    const page = pageOf()
    const [deleted] = postsOf(page, "deleted")
    const [slow, good] = postsOf(page).filter(
      ({ traits }) => traits.length === 0
    )
    if (!deleted || !slow || !good) {
      throw new Error("the world lacks these posts")
    }
    change({ post: slow.platform_post_id, times_out: true })
    const results = await read(
      callFor(page),
      [deleted, slow, good].map(storedPost)
    )
    const kindOf = (id: string) => results.get(id)?.problems[0]?.error.kind
    expect(kindOf(deleted.platform_post_id)).toBe("gone")
    expect(kindOf(slow.platform_post_id)).toBe("transient")
    expect(kindOf(good.platform_post_id)).toBeUndefined()
  })

  it("takes a readable post whose read is refused for forbidden, not gone", async () => {
    const page = pageOf()
    const [post] = postsOf(page).filter(({ traits }) => traits.length === 0)
    if (!post) {
      throw new Error("no post")
    }
    change({ post: post.platform_post_id, throttle_disguise: 1 })
    const results = await read(callFor(page), [storedPost(post)])
    expect(
      results.get(post.platform_post_id)?.problems[0]?.error
    ).toMatchObject({ kind: "permission", scope: "post" })
  })

  it.each([
    ["expired_token", "190/463"],
    ["revoked_token", "190/458"],
    ["password_changed", "190/460"],
    ["role_lost", "190/492"],
  ])("says why a token no longer works: %s", async (trait, code) => {
    const page = pageOf(trait)
    const results = await read(callFor(page), postsOf(page).map(storedPost))
    expect(results.size).toBeGreaterThan(0)
    for (const { insights, problems } of results.values()) {
      expect(insights).toBeNull()
      expect(problems[0]?.error).toMatchObject({ kind: "auth", code })
    }
  })

  it("sends the token in the header only", async () => {
    const page = pageOf()
    await read(callFor(page), postsOf(page).map(storedPost))
    const entries = sandbox.ledger.entries()
    expect(entries.length).toBeGreaterThan(2)
    for (const { query } of entries) {
      expect(query).not.toContain("access_token")
    }
  })
})
