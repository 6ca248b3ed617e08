import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import {
  CURSOR_EXPIRED,
  type ListedPost,
  type PlatformCall,
  type PostListRequest,
} from "../../../platform-kit"
import { mapListedPost } from "../map-listed"
import { isOwnPost } from "../own-posts"
import { readXAnswer, type XPost } from "../schemas"
import { collect, type Harness, NOW, startHarness } from "./harness"

let harness: Harness
afterEach(() => harness?.sandbox.close())

const all: PostListRequest = { since: null, cursor: null }

async function walk(
  request: Partial<PostListRequest> = {},
  more: Partial<PlatformCall> = {},
  trait?: string
) {
  const call = harness.call(harness.account(trait), more)
  return collect(harness.platform.listPosts(call, { ...all, ...request }))
}

const postsOf = (pages: { posts: ListedPost[] }[]) =>
  pages.flatMap(({ posts }) => posts)
const idsOf = (pages: { posts: ListedPost[] }[]) =>
  postsOf(pages).map(({ platform_post_id }) => platform_post_id)

const withTrait = (trait: string): string => {
  const found = harness
    .posts(harness.account())
    .find(({ traits }) => traits.includes(trait))
  return found?.platform_post_id as string
}

const plain = (post: number) =>
  startHarness({ plain: true, posts: { twitter: { post } } })

const truth = (id: string) =>
  harness.sandbox.world.named("twitter")?.truth(id) as {
    public_metrics: Record<string, number>
    edit_history_post_ids: string[]
  }

describe("listing posts of X", () => {
  it("takes one call for a hundred posts, numbers included", async () => {
    harness = await plain(250)
    const pages = await walk()
    expect(harness.calls()).toEqual({ "GET /2/users/{id}/tweets": 3 })
    const listed = postsOf(pages)
    expect(listed).toHaveLength(250)
    for (const { platform_post_id, reading, problems } of listed) {
      const { public_metrics: sent } = truth(platform_post_id)
      expect(problems).toEqual([])
      expect(reading?.metrics).toMatchObject({
        likes: sent.like_count,
        comments: sent.reply_count,
        shares: sent.repost_count,
        quotes: sent.quote_count,
        saves: sent.bookmark_count,
        impressions: sent.impression_count,
      })
      // Owner-only numbers were not asked for, so nothing is said of them.
      expect(reading?.metrics).not.toHaveProperty("profile_visits")
    }
  })

  it("lists newest first, with what X says of each post", async () => {
    harness = await startHarness()
    const listed = postsOf(await walk())
    const times = listed.map(({ details }) => details.posted_at?.getTime() ?? 0)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const video = listed.find(({ details }) => details.media_type === "video")
    expect(video?.details).toMatchObject({
      thumbnail_url: expect.stringMatching(/^https:/),
      permalink: `https://x.com/harbour_goods/status/${video?.platform_post_id}`,
    })
  })

  it.each(["new", "legacy"])(
    "leaves out reposts and answers to others, not threads (%s vocabulary)",
    async (vocabulary) => {
      harness = await startHarness()
      harness.set({ vocabulary })
      const root = withTrait("zero_activity")
      harness.set({ post: root, thread_parts: 2 })
      harness.set({ post: root, answers: 3 })
      const ids = idsOf(await walk())
      expect(ids).not.toContain(withTrait("repost"))
      expect(ids).not.toContain(withTrait("own_reply"))
      expect(ids).toContain(root)
      const published = harness
        .posts(harness.account())
        .filter(({ posted_at }) => posted_at === NOW)
      expect(published).toHaveLength(5)
      const kept = published.filter(({ platform_post_id }) =>
        ids.includes(platform_post_id)
      )
      expect(kept).toHaveLength(2)
      expect(kept.every(({ caption }) => !caption.startsWith("@"))).toBe(true)
    }
  )

  it("names the earlier ids of an edited post", async () => {
    harness = await startHarness()
    const first = withTrait("edited")
    const { edit_history_post_ids: history } = truth(first)
    const listed = postsOf(await walk()).find(({ other_ids }) =>
      other_ids?.includes(first)
    )
    expect(listed?.platform_post_id).toBe(history.at(-1))
    expect(listed?.other_ids).toEqual(history.slice(0, -1))
  })

  it("stops at `since`", async () => {
    harness = await plain(250)
    const since = new Date(Date.parse(NOW) - 30 * 24 * 60 * 60 * 1000)
    const listed = postsOf(await walk({ since }))
    const young = harness
      .posts(harness.account())
      .filter(({ posted_at }) => new Date(posted_at) >= since)
    expect(listed).toHaveLength(young.length)
    expect(harness.calls()).toEqual({ "GET /2/users/{id}/tweets": 1 })
  })

  it("asks for no time that X does not know", async () => {
    harness = await plain(10)
    expect(idsOf(await walk({ since: new Date(0) }))).toHaveLength(10)
  })

  it("goes on from a cursor, through an empty page", async () => {
    harness = await plain(250)
    const call = harness.call(harness.account())
    const iterator = harness.platform
      .listPosts(call, all)
      [Symbol.asyncIterator]()
    const first = (await iterator.next()).value
    harness.set({ empty_pages: 1 })
    const rest = await walk({ cursor: first.next_cursor })
    expect(rest[0]?.posts).toEqual([])
    expect(rest[0]?.next_cursor).not.toBeNull()
    expect(rest.at(-1)?.next_cursor).toBeNull()
    expect(new Set([...idsOf([first]), ...idsOf(rest)]).size).toBe(250)
    expect(idsOf(rest)).toHaveLength(150)
  })

  it("is not moved by posts that appear meanwhile", async () => {
    harness = await plain(250)
    const account = harness.account().external_id
    harness.set({ account, posts_per_page: 7 })
    const ids = idsOf(await walk())
    expect(ids).toHaveLength(250)
    expect(new Set(ids).size).toBe(250)
  })

  it("says when a cursor has expired, without another try", async () => {
    harness = await plain(150)
    const [first] = await walk()
    harness.set({ token_series: 1 })
    const before = harness.calls()["GET /2/users/{id}/tweets"] ?? 0
    await expect(
      walk({ cursor: first?.next_cursor ?? "" })
    ).rejects.toMatchObject({ kind: "invalid", code: CURSOR_EXPIRED })
    expect(harness.calls()["GET /2/users/{id}/tweets"]).toBe(before + 1)
  })

  it("ends at the 3,200 posts X remembers", async () => {
    harness = await plain(3300)
    const pages = await walk()
    expect(idsOf(pages)).toHaveLength(3200)
    expect(pages).toHaveLength(32)
  })

  it("does not take a list that cannot be had for an empty one", async () => {
    harness = await startHarness()
    const call = harness.call(harness.account("app_bearer"))
    call.account.external_id = "99"
    await expect(
      collect(harness.platform.listPosts(call, all))
    ).rejects.toMatchObject({ kind: "permission", scope: "account" })
  })

  it("stops with the account's own trouble", async () => {
    harness = await startHarness()
    await expect(walk({}, {}, "expired_token")).rejects.toMatchObject({
      kind: "auth",
    })
    harness.set({ credits: "depleted" })
    await expect(walk()).rejects.toMatchObject({ kind: "payment" })
  })
})

const RECORDED = join(process.cwd(), "../shared/recorded")

const recorded = (name: string) =>
  JSON.parse(readFileSync(join(RECORDED, `${name}.json`), "utf8"))

const whenRecorded = existsSync(RECORDED) ? describe : describe.skip

whenRecorded("recorded pages of X", () => {
  it("reads a timeline of the legacy vocabulary", () => {
    const { response, expect: wanted } = recorded("x_user_timeline_page")
    const answer = readXAnswer(response.body)
    expect(answer.next_token).toBe(wanted.next_cursor)
    expect(answer.posts).toHaveLength(wanted.count)
    for (const item of answer.posts) {
      const { reading } = mapListedPost(item, answer, "https://x.test/1")
      const known = wanted.by_id[item.id]?.metrics
      if (known) {
        const { reposts, impressions, ...same } = known
        expect(reading?.metrics).toMatchObject({ ...same, shares: reposts })
        if (impressions === null) {
          expect(reading?.metrics.impressions).toBeNull()
          expect(reading?.unavailable.impressions).toBe("not_returned")
        }
      }
    }
    const [first] = answer.posts
    expect(
      mapListedPost(first as XPost, answer, "https://x.test/1")
    ).toMatchObject({
      mentions: ["suhemparack"],
      details: {
        hashtags: ["twitterapi"],
        posted_at: new Date("2021-02-23T18:07:07.000Z"),
      },
    })
  })

  it("reads a page without data", () => {
    const answer = readXAnswer(
      recorded("x_page_without_data_key").response.body
    )
    expect(answer.posts).toEqual([])
    expect(answer.next_token).toBeNull()
  })
})

describe("whether a post of X stands for itself", () => {
  const shop = { external_id: "7", username: "Shop" }
  const item = (more: object): XPost =>
    readXAnswer({ data: [{ id: "2", text: "Linen", ...more }] })
      .posts[0] as XPost

  it.each([
    ["an original post", {}, true],
    ["a post that begins with a name", { text: "@mara came by" }, true],
    ["a part of a thread", { conversation_id: "1" }, true],
    ["an answer", { conversation_id: "1", text: "@mara Thanks!" }, false],
    [
      "a part of a thread that names its own account",
      { conversation_id: "1", text: "@shop is open" },
      true,
    ],
    [
      "a part of a thread that begins with somebody's name",
      {
        conversation_id: "1",
        text: "@mara came by",
        display_text_range: [0, 13],
      },
      true,
    ],
    [
      "an answer whose name is hidden",
      {
        conversation_id: "1",
        text: "@mara Thanks!",
        display_text_range: [6, 13],
      },
      false,
    ],
    [
      "an answer without a name, to somebody",
      { in_reply_to_user_id: "8", text: "Thanks!" },
      false,
    ],
    [
      "an answer to itself",
      { in_reply_to_user_id: "7", text: "@mara and more" },
      true,
    ],
  ])("%s", (_, more, own) => {
    expect(isOwnPost(item(more), shop)).toBe(own)
  })
})
