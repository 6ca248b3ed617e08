import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import type {
  ListedPost,
  PostListPage,
  PostListRequest,
} from "../../../platform-kit"
import {
  errorOf,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"

const HOUR = 60 * 60 * 1000
const NOW = "2026-11-01T12:00:00Z"

jest.setTimeout(30000)

describe("listing Instagram against the sandbox", () => {
  let sandbox: Sandbox
  let platform: InstagramPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
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
    jest.spyOn(Date, "now").mockReturnValue(Date.parse(NOW))
    sandbox.rebuild({ seed: 7, now: NOW })
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

  const callFor = (account: ReturnType<typeof accountOf>) =>
    testCall(
      {
        external_id: account.external_id,
        settings: account.settings,
        access_token: account.access_token,
      },
      { now: () => sandbox.clock.now() }
    )

  const postsOf = (account: ReturnType<typeof accountOf>) =>
    sandbox.world
      .posts()
      .filter((post) => post.account_external_id === account.external_id)

  const change = (what: Record<string, unknown>) =>
    expect(sandbox.world.named("instagram")?.set(what)).toBe(true)

  const truthOf = (id: string) =>
    sandbox.world.named("instagram")?.truth(id) as Record<string, number>

  const walk = async (
    call: ReturnType<typeof testCall>,
    request: Partial<PostListRequest> = {}
  ) => {
    const pages: PostListPage[] = []
    const all = platform.listPosts(call, {
      since: null,
      cursor: null,
      ...request,
    })
    for await (const page of all) {
      pages.push(page)
    }
    const last = new Map<string, ListedPost>()
    pages
      .flatMap(({ posts }) => posts)
      .forEach((post) => last.set(post.platform_post_id, post))
    return { pages, last }
  }

  const count = (calls: readonly string[], name: RegExp) =>
    calls.filter((call) => name.test(call)).length

  it.each(["instagram", "facebook"])(
    "lists 235 posts with their true numbers in the fewest calls (%s login)",
    async (login) => {
      sandbox.rebuild({
        seed: 7,
        now: NOW,
        plain: true,
        accounts: { instagram: 2 },
        posts: { instagram: { FEED: 130, CAROUSEL_ALBUM: 30, REELS: 75 } },
      })
      const account = accountOf({ login })
      const call = callFor(account)
      const { last } = await walk(call)
      expect(last.size).toBe(235)
      expect(count(call.calls, /\/media$/)).toBe(3)
      // 160 of the feed and 75 reels, 50 in a call.
      expect(count(call.calls, /ids/)).toBe(4 + 2)
      expect(call.calls).toHaveLength(9)
      for (const [id, { reading, problems }] of last) {
        const truth = truthOf(id)
        expect(problems).toEqual([])
        expect(reading?.metrics).toMatchObject({
          likes: truth.like_count,
          comments: truth.comments_count,
          reach: truth.reach,
          views: truth.views,
          saves: truth.saved,
        })
      }
    }
  )

  it("asks for numbers only of posts whose numbers are wanted", async () => {
    sandbox.rebuild({
      seed: 7,
      now: NOW,
      plain: true,
      posts: { instagram: { FEED: 60, REELS: 60 } },
    })
    const account = accountOf({})
    const [wanted] = postsOf(account)
    const call = callFor(account)
    const asked: string[][] = []
    const { last } = await walk(call, {
      whoseNumbers: async (ids) => {
        asked.push([...ids])
        return new Set([wanted?.platform_post_id as string])
      },
    })
    expect(asked.map(({ length }) => length)).toEqual([100, 20])
    expect(count(call.calls, /ids/)).toBe(1)
    const read = [...last.values()].filter(({ reading }) => reading)
    expect(read.map((post) => post.platform_post_id)).toEqual([
      wanted?.platform_post_id,
    ])
  })

  it.each(["instagram", "facebook"])(
    "lists awkward posts, without stories and deleted ones (%s login)",
    async (login) => {
      const account = accountOf({ login })
      const { last } = await walk(callFor(account))
      const listed = postsOf(account).filter(
        ({ media_product_type, traits }) =>
          media_product_type !== "STORY" && !traits.includes("deleted")
      )
      expect([...last.keys()].sort()).toEqual(
        listed.map((post) => post.platform_post_id).sort()
      )
      for (const { platform_post_id: id, traits } of listed) {
        const { reading, details } = last.get(id) as ListedPost
        const truth = truthOf(id)
        // Hidden in the list, told by the object.
        expect(reading?.metrics.likes).toBe(truth.like_count)
        if (traits.includes("pre_conversion")) {
          expect(reading?.insights_blocked).toBe("posted_before_conversion")
        } else {
          expect(reading?.metrics.reach).toBe(truth.reach)
        }
        expect(details.media_product_type).toMatch(/^(FEED|REELS)$/)
      }
    }
  )

  it("stops asking for insights behind the day the account became professional", async () => {
    sandbox.rebuild({
      seed: 7,
      now: NOW,
      plain: true,
      posts: { instagram: { FEED: 230 } },
    })
    const account = accountOf({})
    const old = postsOf(account)
      .sort((a, b) => (a.posted_at < b.posted_at ? 1 : -1))
      .slice(40)
    old.forEach((post) => post.traits.push("pre_conversion"))
    const call = callFor(account)
    const { last } = await walk(call)
    expect(last.size).toBe(230)
    for (const { platform_post_id: id } of old) {
      expect(last.get(id)?.reading?.unavailable.reach).toBe(
        "posted_before_conversion"
      )
      expect(last.get(id)?.reading?.metrics.likes).toBe(truthOf(id).like_count)
    }
    // Told apart one by one in the first batch only, not 190 times.
    expect(call.calls.length).toBeLessThan(130)
  })

  it("lists with likes and comments when the insights permission is missing", async () => {
    const account = accountOf({ trait: "no_insights_permission" })
    const call = callFor(account)
    const { last } = await walk(call)
    expect(last.size).toBe(5)
    for (const [id, { reading, problems }] of last) {
      expect(reading?.metrics.likes).toBe(truthOf(id).like_count)
      expect(problems[0]?.error).toMatchObject({
        kind: "permission",
        missing_scope: "instagram_business_manage_insights",
      })
    }
  })

  it("keeps a page when a limit ends the reading of numbers, then ends", async () => {
    sandbox.rebuild({
      seed: 7,
      now: NOW,
      plain: true,
      posts: { instagram: { FEED: 150 } },
    })
    const account = accountOf({})
    const pages: PostListPage[] = []
    sandbox.faults.add({
      kind: "status",
      host: "graph.instagram.com",
      match: "ids=",
      status: 400,
      body: { error: { message: "Too many calls", code: 80002 } },
    })
    const error = await errorOf(async () => {
      const all = platform.listPosts(callFor(account), {
        since: null,
        cursor: null,
      })
      for await (const page of all) {
        pages.push(page)
      }
    })
    expect(error).toMatchObject({ kind: "rate_limit", scope: "account" })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.posts).toHaveLength(100)
    expect(pages[0]?.next_cursor).toBeTruthy()
    expect(pages[0]?.posts[0]).toMatchObject({
      reading: null,
      problems: [{ part: "Post", error: { kind: "rate_limit" } }],
    })
  })

  it.each(["instagram", "facebook"])(
    "finds the stories that are alive, and when they end (%s login)",
    async (login) => {
      const account = accountOf({ login })
      const call = callFor(account)
      const stories = await platform.listStories(call)
      const alive = postsOf(account).filter(
        ({ media_product_type, posted_at }) =>
          media_product_type === "STORY" &&
          Date.parse(NOW) - Date.parse(posted_at) < 24 * HOUR
      )
      expect(alive).toHaveLength(5)
      expect(call.calls).toEqual(["GET /{ig-user-id}/stories"])
      expect(stories).toEqual(
        alive.map((story) =>
          expect.objectContaining({
            platform_post_id: story.platform_post_id,
            details: expect.objectContaining({
              media_product_type: "STORY",
              permalink: story.permalink,
            }),
            expires_at: new Date(Date.parse(story.posted_at) + 24 * HOUR),
            reading: null,
          })
        )
      )
    }
  )

  it("finds no story once they have ended", async () => {
    const account = accountOf({ login: "instagram" })
    jest.spyOn(Date, "now").mockReturnValue(Date.parse(NOW) + 25 * HOUR)
    expect(await platform.listStories(callFor(account))).toEqual([])
  })

  it("lists a post that is published meanwhile the next time", async () => {
    const account = accountOf({ login: "instagram" })
    const before = await walk(callFor(account))
    change({ account: account.external_id, publish: "REELS" })
    const since = new Date(Date.parse(NOW) - HOUR)
    const call = callFor(account)
    const { last } = await walk(call, { since })
    expect(last.size).toBe(1)
    expect([...before.last.keys()]).not.toContain([...last.keys()][0])
    expect(call.calls).toHaveLength(2)
  })
})
