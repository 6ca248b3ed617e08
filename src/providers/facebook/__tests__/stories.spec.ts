import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  type ListedPost,
  MetricVerdicts,
  type PlatformPost,
} from "../../../platform-kit"
import {
  resultsById,
  testCall,
  testPost,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

const HOUR = 60 * 60 * 1000
const NOW = "2026-11-01T12:00:00Z"

jest.setTimeout(30000)

describe("stories of a Page against the sandbox", () => {
  let sandbox: Sandbox
  let platform: FacebookPlatform
  let now: number

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
    platform = new FacebookPlatform(
      {},
      { base_url: `${sandbox.url}/graph.facebook.com`, retry_base_ms: 1 }
    )
  })
  beforeEach(() => {
    now = Date.parse(NOW)
    jest.spyOn(Date, "now").mockImplementation(() => now)
    sandbox.rebuild({ seed: 7, now: NOW })
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

  const callFor = (options: Parameters<typeof testCall>[1] = {}) => {
    const { external_id, access_token, scopes } = pageOf()
    return testCall(
      { external_id, access_token, scopes },
      { now: () => sandbox.clock.now(), ...options }
    )
  }

  const worldOf = () =>
    sandbox.world
      .stories()
      .filter((story) => story.account_external_id === pageOf().external_id)

  const truthOf = (id: string) =>
    sandbox.world
      .named("facebook")
      ?.truth(id.split("_").at(-1) ?? "") as Record<string, number>

  const change = (what: Record<string, unknown>) =>
    expect(sandbox.world.named("facebook")?.set(what)).toBe(true)

  const stored = ({ platform_post_id, details }: ListedPost): PlatformPost =>
    testPost({
      platform_post_id,
      media_type: details.media_type ?? null,
      media_product_type: details.media_product_type ?? null,
      posted_at: details.posted_at ?? null,
    })

  const read = async (
    call: ReturnType<typeof testCall>,
    stories: readonly ListedPost[]
  ) => resultsById(platform.fetchInsights(call, stories.map(stored)))

  it("takes one without a status for alive while its day runs", async () => {
    const story = (post_id: string, hours: number, more = {}) => ({
      post_id,
      creation_time: (now - hours * HOUR) / 1000,
      ...more,
    })
    sandbox.faults.add({
      kind: "status",
      status: 200,
      match: "/stories",
      body: {
        data: [
          story("1", 2),
          story("2", 3, { status: "ARCHIVED" }),
          story("3", 25),
          { status: "PUBLISHED" },
        ],
      },
    })
    const stories = await platform.listStories(callFor())
    expect(stories.map(({ platform_post_id: id }) => id)).toEqual([
      `${pageOf().external_id}_1`,
    ])
  })

  it("lists those that are alive, not the archive, in one call", async () => {
    const call = callFor()
    const stories = await platform.listStories(call)
    expect(call.calls).toEqual(["GET /{page-id}/stories"])
    const alive = worldOf().filter(
      ({ posted_at }) => now - Date.parse(posted_at) < 24 * HOUR
    )
    expect(alive).toHaveLength(5)
    expect(worldOf()).toHaveLength(7)
    expect(stories).toEqual(
      alive.map((story) =>
        expect.objectContaining({
          platform_post_id: `${pageOf().external_id}_${story.platform_post_id}`,
          details: {
            permalink: story.permalink,
            media_type: story.media_type,
            media_product_type: "STORY",
            posted_at: new Date(story.posted_at),
          },
          expires_at: new Date(Date.parse(story.posted_at) + 24 * HOUR),
          other_ids: expect.arrayContaining([story.platform_post_id]),
        })
      )
    )
  })

  it("lists none on a Page without stories", async () => {
    const { external_id, access_token } = pageOf("portfolio")
    expect(
      await platform.listStories(testCall({ external_id, access_token }))
    ).toEqual([])
  })

  it("reads all of them in one call; late numbers are unknown, not 0", async () => {
    const stories = await platform.listStories(callFor())
    const call = callFor()
    const results = await read(call, stories)
    expect(call.calls).toEqual(["GET /insights?ids"])
    expect(results.size).toBe(5)
    const late = worldOf()
      .filter(({ traits }) => traits.includes("late_numbers"))
      .map(({ platform_post_id }) => platform_post_id)
    expect(late).toHaveLength(2)
    for (const [id, { insights, problems }] of results) {
      const truth = truthOf(id)
      const age =
        now -
        (stories
          .find((s) => s.platform_post_id === id)
          ?.details.posted_at?.getTime() ?? NaN)
      const counted = age > 2 * HOUR && !late.includes(id.split("_")[1] ?? "")
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject({
        likes: truth.pages_fb_story_thread_lightweight_reactions,
        replies: truth.pages_fb_story_replies,
        shares: truth.pages_fb_story_shares,
        total_interactions: truth.story_interaction,
        views: counted ? truth.story_media_view : null,
        reach: counted ? truth.story_total_media_view_unique : null,
        impressions: null,
        comments: null,
      })
      expect(insights?.unavailable).toMatchObject({
        ...(!counted && { views: "no_data_yet", reach: "no_data_yet" }),
        impressions: "retired",
        comments: "not_offered",
      })
    }
  })

  it("reads posts and stories of one sync with calls of their own", async () => {
    const [story] = await platform.listStories(callFor())
    const post = sandbox.world
      .posts()
      .find(
        ({ account_external_id: id, traits }) =>
          id === pageOf().external_id && traits.length === 0
      )
    const call = callFor()
    const results = await resultsById(
      platform.fetchInsights(call, [
        testPost({ platform_post_id: post?.platform_post_id as string }),
        stored(story as ListedPost),
      ])
    )
    expect(results.size).toBe(2)
    expect(call.calls).toEqual(["GET /?ids", "GET /insights?ids"])
  })

  it("drops a metric that Meta does not know, and remembers it", async () => {
    sandbox.faults.add({
      kind: "status",
      match: "PAGES_FB_STORY_SHARES",
      status: 400,
      body: {
        error: {
          message: "(#100) The value must be a valid insights metric",
          type: "OAuthException",
          code: 100,
        },
      },
    })
    const verdicts = new MetricVerdicts("facebook", () => new Date(now))
    const stories = await platform.listStories(callFor())
    await read(callFor({ verdicts }), stories)
    const call = callFor({ verdicts })
    const results = await read(call, stories)
    expect(call.calls).toHaveLength(1)
    for (const [id, { insights }] of results) {
      expect(insights?.metrics.replies).toBe(truthOf(id).pages_fb_story_replies)
      expect(insights?.unavailable.shares).toBe("not_supported")
    }
  })

  it("tells a deleted story apart, and an ended one is not gone", async () => {
    const stories = await platform.listStories(callFor())
    const deleted = stories[1]?.platform_post_id as string
    change({ post: deleted.split("_")[1], deleted: true })
    const alive = await read(callFor(), stories)
    expect(alive.get(deleted)?.problems[0]?.error.kind).toBe("gone")
    expect(
      [...alive.values()].filter(({ problems }) => problems.length === 0)
    ).toHaveLength(4)

    now += 25 * HOUR
    const ended = (await read(callFor(), stories)).get(deleted)
    expect(ended?.problems).toEqual([])
    expect(ended?.insights?.unavailable.views).toBe("window_closed")
  })

  it("says that the permission for insights is missing", async () => {
    const stories = await platform.listStories(callFor())
    const { external_id } = pageOf()
    change({ account: external_id, scopes: ["pages_read_engagement"] })
    const call = callFor()
    const results = await read(
      {
        ...call,
        account: { ...call.account, scopes: ["pages_read_engagement"] },
      },
      stories
    )
    for (const { problems } of results.values()) {
      expect(problems[0]?.error).toMatchObject({
        kind: "permission",
        missing_scope: "read_insights",
      })
    }
  })

  it("has no comments to ask for", async () => {
    const [story] = await platform.listStories(callFor())
    const call = callFor()
    const post = stored(story as ListedPost)
    const pages: unknown[] = []
    for await (const page of platform.fetchComments(call, [
      { post, since: null, limit: 10 },
    ])) {
      pages.push(page)
    }
    expect(pages).toEqual([
      { post, comments: [], capped: false, problem: null },
    ])
    expect(call.calls).toEqual([])
  })
})
