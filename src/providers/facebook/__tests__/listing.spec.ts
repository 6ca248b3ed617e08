import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import type {
  ListedPost,
  MetricVerdict,
  PostListRequest,
} from "../../../platform-kit"
import { MetricVerdicts } from "../../../platform-kit"
import {
  describeRecorded,
  recorded,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { Stub } from "../../../platform-kit/meta-graph/__tests__/stub"
import { FacebookPlatform } from "../platform"

const NOW = "2026-11-01T12:00:00Z"
const LIST = "GET /{page-id}/published_posts"

jest.setTimeout(30000)

const walkWith = async (
  platform: FacebookPlatform,
  call: ReturnType<typeof testCall>,
  request: Partial<PostListRequest> = {}
) => {
  const posts = new Map<string, ListedPost>()
  const pages = platform.listPosts(call, {
    since: null,
    cursor: null,
    ...request,
  })
  for await (const page of pages) {
    page.posts.forEach((post) => posts.set(post.platform_post_id, post))
  }
  return posts
}

describe("listing a Page against the sandbox", () => {
  let sandbox: Sandbox
  let platform: FacebookPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
    platform = new FacebookPlatform(
      {},
      { base_url: `${sandbox.url}/graph.facebook.com`, retry_base_ms: 1 }
    )
  })
  beforeEach(() => {
    // Numbers grow with the clock, which stands still while they are compared.
    jest.spyOn(Date, "now").mockReturnValue(Date.parse(NOW))
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

  const postsOf = (page: ReturnType<typeof pageOf>) =>
    sandbox.world
      .posts()
      .filter((post) => post.account_external_id === page.external_id)

  const truthOf = (id: string) =>
    sandbox.world.named("facebook")?.truth(id) as Record<string, number> & {
      video_id: string | null
    }

  const change = (what: Record<string, unknown>) =>
    expect(sandbox.world.named("facebook")?.set(what)).toBe(true)

  const walk = (
    call: ReturnType<typeof testCall>,
    request?: Partial<PostListRequest>
  ) => walkWith(platform, call, request)

  it("lists 130 posts with their true numbers, nothing but the list", async () => {
    sandbox.rebuild({
      seed: 7,
      now: NOW,
      plain: true,
      posts: { facebook: { photo: 70, video: 30, reel: 30 } },
    })
    const page = pageOf()
    const call = callFor(page)
    const listed = await walk(call)
    expect(listed.size).toBe(130)
    // A hundred at once are too much for Meta with all the numbers.
    expect(call.calls).toEqual(Array(4).fill(LIST))
    for (const [id, { reading, problems }] of listed) {
      const truth = truthOf(id)
      expect(problems).toEqual([])
      expect(reading?.metrics).toMatchObject({
        likes: truth.reactions,
        comments: truth.comments,
        shares: truth.shares,
        views: truth.post_media_view,
        reach: truth.post_total_media_view_unique,
        clicks: truth.post_clicks,
      })
    }
  })

  it("remembers the page size that works", async () => {
    sandbox.rebuild({
      seed: 7,
      now: NOW,
      plain: true,
      posts: { facebook: { photo: 90 } },
    })
    const page = pageOf()
    const learned: MetricVerdict[] = []
    for (const calls of [3, 2]) {
      const verdicts = new MetricVerdicts("facebook", () => new Date(), learned)
      const call = callFor(page, { verdicts })
      await walk(call)
      expect(call.calls).toHaveLength(calls)
      learned.push(...verdicts.takeLearned())
    }
  })

  it("asks for ever fewer posts at once, down to one", async () => {
    const page = pageOf("portfolio")
    change({ account: page.external_id, heavy: 12 })
    const call = callFor(page)
    const listed = await walk(call)
    expect([...listed.keys()].sort()).toEqual(
      postsOf(page)
        .map((post) => post.platform_post_id)
        .sort()
    )
  })

  it("lists awkward posts, without deleted ones, under all their ids", async () => {
    const page = pageOf()
    const listed = await walk(callFor(page))
    const there = postsOf(page).filter(
      ({ traits }) => !traits.some((trait) => trait.startsWith("deleted"))
    )
    expect([...listed.keys()].sort()).toEqual(
      there.map((post) => post.platform_post_id).sort()
    )
    for (const { platform_post_id: id, media_type } of there) {
      const { other_ids, details } = listed.get(id) as ListedPost
      const { video_id } = truthOf(id)
      expect(other_ids).not.toContain(id)
      expect(other_ids).toContain(id.split("_")[1])
      if (video_id) {
        expect(other_ids).toEqual(
          expect.arrayContaining([video_id, `${page.external_id}_${video_id}`])
        )
        expect(details.media_product_type).toBe(media_type)
      }
    }
  })

  it("leaves out what the Page hides, has not published or let expire", async () => {
    const page = pageOf("portfolio")
    const [hidden, unpublished, expired, ...rest] = postsOf(page).map(
      (post) => post.platform_post_id
    )
    change({ post: hidden, visibility: "hidden" })
    change({ post: unpublished, visibility: "unpublished" })
    change({ post: expired, visibility: "expired" })
    const listed = await walk(callFor(page))
    expect([...listed.keys()].sort()).toEqual(rest.sort())
  })

  it("goes on without the totals of other people's content", async () => {
    const page = pageOf("no_user_content_permission")
    const verdicts = new MetricVerdicts("facebook", () => new Date())
    const call = callFor(page, { verdicts })
    const listed = await walk(call)
    // Too much at once, then too much for the token.
    expect(call.calls).toHaveLength(3)
    expect(listed.size).toBe(5)
    for (const [id, { reading }] of listed) {
      expect(reading?.metrics.likes).toBe(truthOf(id).reactions)
      expect(reading?.metrics.comments).toBe(truthOf(id).comments)
    }
    const again = callFor(page, { verdicts })
    await walk(again)
    expect(again.calls).toHaveLength(1)
  })

  it.each(["empty", "403"])(
    "says that the permission for insights is missing (%s)",
    async (insights_refusal) => {
      change({ insights_refusal })
      const page = pageOf("no_insights_permission")
      const listed = await walk(callFor(page, {}, page.scopes))
      expect(listed.size).toBe(5)
      for (const [id, { reading, problems }] of listed) {
        expect(reading?.metrics.likes).toBe(truthOf(id).reactions)
        expect(problems[0]?.error).toMatchObject({
          kind: "permission",
          missing_scope: "read_insights",
        })
      }
    }
  )

  it("drops a metric that Meta took away, and keeps the others", async () => {
    sandbox.faults.add({
      kind: "status",
      match: "post_clicks",
      status: 400,
      body: {
        error: {
          message: "(#100) The value must be a valid insights metric",
          type: "OAuthException",
          code: 100,
        },
      },
    })
    const listed = await walk(callFor(pageOf("portfolio")))
    expect(listed.size).toBe(5)
    for (const [id, { reading }] of listed) {
      expect(reading?.metrics.views).toBe(truthOf(id).post_media_view)
      expect(reading?.metrics.clicks).toBeNull()
      expect(reading?.unavailable.clicks).toBe("not_supported")
    }
  })

  it("says which permission a hidden Page needs", async () => {
    const page = pageOf("portfolio")
    change({ account: page.external_id, scopes: ["read_insights"] })
    await expect(walk(callFor(page))).rejects.toMatchObject({
      kind: "permission",
      scope: "account",
      missing_scope: "pages_read_engagement",
    })
  })

  it("finds posts that were published on Instagram too, seconds apart", async () => {
    const page = pageOf()
    const listed = [...(await walk(callFor(page))).values()]
    const media = sandbox.world
      .posts()
      .filter(({ platform: name }) => name === "instagram")
    const together = listed.filter(({ details }) =>
      media.some(
        ({ caption, posted_at }) =>
          caption === details.caption &&
          Math.abs(
            Date.parse(posted_at) - (details.posted_at?.getTime() ?? 0)
          ) < 60_000
      )
    )
    expect(together).toHaveLength(5)
  })
})

describeRecorded("a recorded list", () => {
  const stub = new Stub()

  beforeAll(() => stub.start())
  afterAll(() => stub.close())

  it("is read as it is", async () => {
    const { response, expect: wanted } = recorded("fb_page_feed_live")
    stub.answers = [{ on: /published_posts/, body: response.body }]
    const platform = new FacebookPlatform({}, { base_url: stub.url })
    const call = testCall({ external_id: "1148671018324630" })
    const listed = await walkWith(platform, call)
    expect(listed.size).toBe(wanted.count)
    // The last page has a cursor, and no next one.
    expect(call.calls).toEqual([LIST])
    const [first] = listed.values()
    const { external_id, permalink, posted_at } = wanted.first as Record<
      string,
      string
    >
    expect(first).toMatchObject({
      platform_post_id: external_id,
      details: { permalink, posted_at: new Date(posted_at as string) },
    })
    const reels = [...listed.values()].filter(
      ({ details }) => details.media_product_type === "reel"
    )
    expect(reels.map((post) => post.platform_post_id)).toEqual(wanted.reels)
    expect(reels[0]?.other_ids).toContain("2415269175658897")
  })
})
