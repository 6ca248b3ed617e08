import {
  CURSOR_EXPIRED,
  type ListedPost,
  type PlatformCall,
  type PlatformPost,
  type PostListRequest,
} from "../../../platform-kit"
import { mentionsIn, toDetails } from "../map-details"
import { readPost } from "../schemas"
import {
  collect,
  type Harness,
  NOW,
  readAll,
  startHarness,
  toPlatformPost,
} from "./harness"

let harness: Harness
afterEach(() => harness?.sandbox.close())

const all: PostListRequest = { since: null, cursor: null }

function list(
  request: Partial<PostListRequest> = {},
  more: Partial<PlatformCall> = {}
) {
  const call = harness.call(harness.account(), more)
  return harness.platform.listPosts(call, { ...all, ...request })
}

const walk = (request: Partial<PostListRequest> = {}) => collect(list(request))

const postsOf = (pages: { posts: ListedPost[] }[]) =>
  pages.flatMap(({ posts }) => posts)
const idsOf = (pages: { posts: ListedPost[] }[]) =>
  postsOf(pages).map(({ platform_post_id }) => platform_post_id)

const plain = (share: number, ugcPost: number) =>
  startHarness({ plain: true, posts: { linkedin: { share, ugcPost } } })

const withTrait = (trait: string): string[] =>
  harness
    .posts(harness.account())
    .filter(({ traits }) => traits.includes(trait))
    .map(({ platform_post_id }) => platform_post_id)

describe("listing posts of a LinkedIn page", () => {
  it("takes one list call and one statistics call for a hundred posts", async () => {
    harness = await plain(100, 100)
    const listed = postsOf(await walk())
    expect(listed).toHaveLength(200)
    expect(harness.calls()).toEqual({
      "GET /rest/posts": 2,
      "GET /rest/organizationalEntityShareStatistics": 2,
      // Reactions by type, as in a sync: fifty posts a call.
      "GET /rest/socialMetadata": 4,
    })
    expect(listed.every(({ reading }) => reading !== null)).toBe(true)
  })

  it("reads the same of each post as a sync does", async () => {
    harness = await startHarness()
    const listed = postsOf(await walk())
    const ids = new Set(idsOf([{ posts: listed }]))
    const posts = harness
      .posts(harness.account())
      .filter(({ platform_post_id }) => ids.has(platform_post_id))
      .map((post) => toPlatformPost(post))
    const call = harness.call(harness.account())
    const synced = await readAll(harness, call, posts as PlatformPost[])
    expect(listed.length).toBeGreaterThan(50)
    for (const { platform_post_id, reading, problems } of listed) {
      expect(problems).toEqual([])
      const { metrics, unavailable, reactions } =
        synced.get(platform_post_id)?.insights ?? {}
      expect(reading).toMatchObject({
        metrics,
        unavailable,
        ...(reactions && { reactions }),
      })
    }
    const times = listed.map(({ details }) => details.posted_at?.getTime() ?? 0)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  it("does not ask for a post again that it has just listed", async () => {
    harness = await startHarness()
    const listed = postsOf(await walk())
    const [quiet] = withTrait("zero_activity")
    const found = listed.find((one) => one.platform_post_id === quiet)
    expect(found?.reading?.metrics).toMatchObject({ likes: 0, impressions: 0 })
    expect(harness.calls()).toMatchObject({ "GET /rest/posts": 1 })
  })

  it("leaves out advertisements, drafts and deleted posts", async () => {
    harness = await startHarness()
    const [draft] = withTrait("comments_closed")
    harness.set({ post: draft, lifecycle: "DRAFT" })
    const ids = idsOf(await walk())
    for (const left of [
      ...withTrait("dsc"),
      ...withTrait("deleted"),
      draft as string,
    ]) {
      expect(ids).not.toContain(left)
    }
    const total = harness.posts(harness.account()).length
    expect(ids).toHaveLength(total - 4)
  })

  it("asks for the numbers of those posts only that are wanted", async () => {
    harness = await plain(60, 60)
    const asked: string[][] = []
    const pages = await walk({
      whoseNumbers: async (ids) => {
        asked.push([...ids])
        return new Set(asked.length === 1 ? ids.slice(0, 3) : [])
      },
    })
    expect(asked.flat()).toEqual(idsOf(pages))
    const read = postsOf(pages).filter(({ reading }) => reading)
    expect(read.map((one) => one.platform_post_id)).toEqual(
      asked[0]?.slice(0, 3)
    )
    expect(harness.calls()).toEqual({
      "GET /rest/posts": 2,
      "GET /rest/organizationalEntityShareStatistics": 1,
      "GET /rest/socialMetadata": 1,
    })
  })

  it("stops at `since`, in the page that reaches it", async () => {
    harness = await plain(150, 150)
    const since = new Date(Date.parse(NOW) - 30 * 24 * 60 * 60 * 1000)
    const pages = await walk({ since })
    const young = harness
      .posts(harness.account())
      .filter(({ posted_at }) => new Date(posted_at) >= since)
    expect(idsOf(pages)).toHaveLength(young.length)
    expect(young.length).toBeLessThan(100)
    expect(pages.at(-1)?.next_cursor).toBeNull()
    expect(harness.calls()).toMatchObject({ "GET /rest/posts": 1 })
  })

  it("goes on from a cursor", async () => {
    harness = await plain(130, 130)
    const first = (await list()[Symbol.asyncIterator]().next()).value
    const rest = await walk({ cursor: first.next_cursor })
    expect(idsOf(rest)).toHaveLength(160)
    expect(new Set([...idsOf([first]), ...idsOf(rest)]).size).toBe(260)
  })

  it("misses nothing when posts appear meanwhile, but repeats some", async () => {
    harness = await plain(130, 130)
    const before = harness.posts(harness.account())
    const account = harness.account().external_id
    harness.set({ account, posts_per_page: 4 })
    const ids = idsOf(await walk())
    expect(ids.length).toBeGreaterThan(new Set(ids).size)
    for (const { platform_post_id } of before) {
      expect(ids).toContain(platform_post_id)
    }
  })

  it("misses nothing when posts are deleted meanwhile", async () => {
    harness = await plain(130, 130)
    const iterator = list()[Symbol.asyncIterator]()
    const first = (await iterator.next()).value
    for (const post of idsOf([first]).slice(10, 17)) {
      harness.set({ post, deleted: true })
    }
    const rest = await walk({ cursor: first.next_cursor })
    expect(new Set([...idsOf([first]), ...idsOf(rest)]).size).toBe(260)
    // One page is asked for twice: the shift shows in its total.
    expect(harness.calls()).toMatchObject({ "GET /rest/posts": 4 })
  })

  it("refuses a cursor that is none", async () => {
    harness = await plain(10, 0)
    await expect(walk({ cursor: "nonsense" })).rejects.toMatchObject({
      code: CURSOR_EXPIRED,
    })
  })

  it("ends without a total too", async () => {
    harness = await plain(100, 50)
    harness.set({ list_totals: false })
    expect(idsOf(await walk())).toHaveLength(150)
    expect(harness.calls()).toMatchObject({ "GET /rest/posts": 2 })
  })

  it("goes on behind an empty page that is not the last", async () => {
    harness = await plain(100, 50)
    harness.sandbox.faults.add({
      kind: "patch",
      match: "/rest/posts\\?",
      times: 1,
      body: { elements: [] },
    })
    const pages = await walk()
    expect(pages[0]).toEqual({ posts: [], next_cursor: "100/150" })
    expect(idsOf(pages)).toHaveLength(50)
  })

  it("does not take an answer without a list for the end", async () => {
    harness = await plain(10, 0)
    harness.sandbox.faults.add({
      kind: "status",
      status: 200,
      match: "/rest/posts\\?",
      body: { message: "ok" },
    })
    await expect(walk()).rejects.toMatchObject({ kind: "transient" })
  })

  it("lists a page again when a limit kept its numbers", async () => {
    harness = await plain(10, 0)
    const account = harness.account().external_id
    harness.set({ account, daily_limit: 1 })
    await expect(walk()).rejects.toMatchObject({ kind: "rate_limit" })
  })

  it("asks few posts singly where batches are refused", async () => {
    await (await plain(150, 150)).sandbox.close()
    harness = await startHarness(
      { plain: true, posts: { linkedin: { share: 150, ugcPost: 150 } } },
      { max_single_reads: 5 }
    )
    harness.set({ tier: "development" })
    expect(idsOf(await walk())).toHaveLength(300)
    expect(harness.calls()["GET /rest/socialMetadata/{urn}"]).toBe(5)
  })

  it("names the scope a token lacks", async () => {
    harness = await startHarness()
    const account = harness.account()
    account.scopes.splice(account.scopes.indexOf("r_organization_social"), 1)
    await expect(walk()).rejects.toMatchObject({
      kind: "permission",
      missing_scope: "r_organization_social",
    })
  })

  it("says that a person's posts cannot be listed, without asking", async () => {
    harness = await startHarness()
    const call = harness.call(harness.member())
    await expect(
      collect(harness.platform.listPosts(call, all))
    ).rejects.toMatchObject({
      kind: "unsupported_metric",
      scope: "account",
      code: "not_offered",
      message: expect.stringMatching(/add the posts/i),
    })
    expect(harness.calls()).toEqual({})
  })
})

describe("what a LinkedIn post says of itself", () => {
  const text =
    "New \\(again\\): {hashtag|\\#|Linen} by @[Harbour \\(Goods\\)](urn:li:organization:1) and @[Mara Lindt](urn:li:person:a_b), hello@shop.test"

  it("reads mentions and hashtags out of the little text format", () => {
    const post = readPost({ id: "urn:li:share:1", commentary: text })
    expect(post && toDetails(post)).toMatchObject({
      caption:
        "New (again): #Linen by @Harbour (Goods) and @Mara Lindt, hello@shop.test",
      hashtags: ["linen"],
    })
    expect(mentionsIn(text)).toEqual(["harbour (goods)", "mara lindt"])
    expect(mentionsIn(null)).toEqual([])
  })
})
