import type { CommentRequest, PlatformCall } from "../../../platform-kit"
import type { LinkedInClient } from "../client"
import { CommentReading } from "../comment-reading"
import {
  collect,
  type Harness,
  readAll,
  startHarness,
  toPlatformPost,
} from "./harness"

const ENDPOINT = "GET /rest/socialActions/{urn}/comments"

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.sandbox.close())

const busy = () =>
  harness
    .posts(harness.account())
    .find(({ traits }) => traits.includes("many_comments"))!

const counts = () =>
  harness.sandbox.world.named("linkedin")?.truth(busy().platform_post_id)
    ?.comments as { first_level: number; replies: number }

async function read(
  more: Partial<PlatformCall> = {},
  limit = 500,
  since: Date | null = null,
  about: Partial<CommentRequest> = {}
) {
  const call = harness.call(harness.account(), more)
  const post = toPlatformPost(busy())
  const pages = await collect(
    harness.platform.fetchComments(call, [{ post, since, limit, ...about }])
  )
  expect(pages).toHaveLength(1)
  return pages[0]!
}

describe("comments on LinkedIn", () => {
  it("come in pages of 100, without answers in bulk", async () => {
    const { comments, capped, problem } = await read()
    expect(comments).toHaveLength(counts().first_level)
    expect(comments.length).toBeGreaterThan(100)
    expect([capped, problem]).toEqual([false, null])
    expect(harness.calls()).toEqual({ [ENDPOINT]: 2 })
    expect(comments.every(({ author_id }) => author_id)).toBe(true)
    expect(comments.every(({ author_name }) => author_name === null)).toBe(true)
  })

  it("come with their answers when one post is synced", async () => {
    const { comments, problem } = await read({ depth: "single" })
    expect(problem).toBeNull()
    const ids = new Set(comments.map(({ id }) => id))
    const answers = comments.filter(({ parent_id }) => parent_id !== null)
    expect(answers).toHaveLength(counts().replies)
    expect(answers.every(({ parent_id }) => ids.has(parent_id!))).toBe(true)
  })

  it("come with the answers that are not stored yet, a call a thread", async () => {
    const all = await read({ depth: "single" })
    expect(all.complete).toMatchObject({ from: null, by: "thread" })
    const known = new Map(all.comments.map((one) => [one.id, one]))
    const [answer] = all.comments.filter(({ parent_id }) => parent_id !== null)
    known.delete(answer!.id)
    harness.sandbox.ledger.reset()
    const again = await read({}, 500, null, { known })
    expect(harness.calls()).toEqual({ [ENDPOINT]: 3 })
    expect(again.comments.map(({ id }) => id)).toContain(answer!.id)
    expect(again.complete).toEqual({
      from: null,
      by: "thread",
      replies_of: [answer!.parent_id],
    })
  })

  it("are looked for beyond what is known while the count says so", async () => {
    const all = await read({ depth: "single" })
    const top = all.comments.filter(({ parent_id }) => parent_id === null)
    const since = top[10]!.created_at
    const known = new Map(all.comments.map((one) => [one.id, one]))
    const count = known.size
    const post = { ...toPlatformPost(busy()), known: { comments: count } }
    harness.sandbox.ledger.reset()
    const same = await read({}, 500, since, { post, known, count })
    expect(harness.calls()).toEqual({ [ENDPOINT]: 1 })
    expect(same.complete?.from).toEqual(top[99]!.created_at)
    harness.sandbox.ledger.reset()
    const more = await read({}, 500, since, {
      post,
      known,
      count: count + 1,
    })
    expect(harness.calls()).toEqual({ [ENDPOINT]: 2 })
    expect(more.complete?.from).toBeNull()
  })

  it("are each taken once when new ones arrive between pages", async () => {
    harness.set({ post: busy().platform_post_id, insert_per_page: 5 })
    const before = counts().first_level
    const { comments } = await read()
    const ids = comments.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(before)
  })

  it("that move to the next page have their answers read once", async () => {
    harness.set({ post: busy().platform_post_id, insert_per_page: 5 })
    await read({ depth: "single" })
    const asked = harness.sandbox.ledger
      .entries()
      .map(({ path, query }) => `${path}?${query}`)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it("stop at the limit and say that there are more", async () => {
    const { comments, capped } = await read({}, 60)
    expect(comments).toHaveLength(60)
    expect(capped).toBe(true)
    expect(harness.calls()).toEqual({ [ENDPOINT]: 1 })
  })

  it("stop where the last reading ended", async () => {
    const { comments } = await read()
    harness.sandbox.ledger.reset()
    const newest = await read({}, 500, comments[10]?.created_at ?? null)
    expect(newest.comments).toHaveLength(100)
    expect(harness.calls()).toEqual({ [ENDPOINT]: 1 })
  })

  it("all come from a server with smaller pages", async () => {
    const all = await read()
    const element = (id: number) => ({
      id: String(id),
      actor: "urn:li:person:1",
    })
    const asked: number[] = []
    const client = {
      get: async (_call: unknown, { query }: { query: string }) => {
        const start = Number(new URLSearchParams(query).get("start"))
        asked.push(start)
        const ids = [...Array(25).keys()].slice(start, start + 10)
        return { elements: ids.map(element), paging: { start, total: 25 } }
      },
    } as unknown as LinkedInClient
    const { post } = all
    const reading = new CommentReading(
      client,
      harness.call(harness.account()),
      {
        post,
        since: null,
        limit: 500,
      }
    )
    await reading.read()
    expect(reading.page().comments).toHaveLength(25)
    expect(asked).toEqual([0, 10, 20])
  })

  it.each([
    ["no list at all", { message: "ok" }, 0, "unreadable"],
    ["an empty list while some are counted", { elements: [] }, 3, null],
    ["an empty list", { elements: [] }, 0, { from: null }],
  ])("are not taken away by %s", async (_name, body, count, expected) => {
    const client = { get: async () => body } as unknown as LinkedInClient
    const reading = new CommentReading(
      client,
      harness.call(harness.account()),
      { post: toPlatformPost(busy()), since: null, limit: 500, count }
    )
    if (expected === "unreadable") {
      await expect(reading.read()).rejects.toMatchObject({ kind: "transient" })
      expect(reading.page().complete).toBeNull()
      return
    }
    await reading.read()
    const { complete } = reading.page()
    expect(complete && { from: complete.from }).toEqual(expected)
  })

  it("stop alone when they are limited", async () => {
    const account = harness.account()
    const call = harness.call(account)
    harness.sandbox.faults.add({
      kind: "status",
      status: 429,
      body: {
        status: 429,
        message:
          "Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.",
      },
      match: "/comments",
    })
    const requests = harness.posts(account).map((post) => ({
      post: toPlatformPost(post),
      since: null,
      limit: 10,
    }))
    const pages = await collect(harness.platform.fetchComments(call, requests))
    for (const { problem } of pages) {
      expect(problem).toMatchObject({
        kind: "rate_limit",
        scope: "post",
        retry_at: new Date("2026-11-16T00:00:00.000Z"),
      })
    }
    // As many as run at the same time.
    expect(harness.sandbox.ledger.entries()).toHaveLength(4)
    const post = toPlatformPost(busy())
    const results = await readAll(harness, call, [post])
    expect(results.get(post.platform_post_id)?.problems).toEqual([])
  })

  it("name the missing scope and stop", async () => {
    const account = harness.account("no_social_feed_scope")
    const requests = harness.posts(account).map((post) => ({
      post: toPlatformPost(post),
      since: null,
      limit: 10,
    }))
    const pages = await collect(
      harness.platform.fetchComments(harness.call(account), requests)
    )
    expect(pages).toHaveLength(requests.length)
    for (const { problem } of pages) {
      expect(problem).toMatchObject({
        kind: "permission",
        missing_scope: "r_organization_social_feed",
      })
    }
    expect(harness.calls()[ENDPOINT]).toBe(4)
  })

  it("of a person are not asked for without the scope nobody gets", async () => {
    const account = harness.member()
    const [post] = harness.posts(account).map((one) => toPlatformPost(one))
    const pages = await collect(
      harness.platform.fetchComments(harness.call(account), [
        { post: post!, since: null, limit: 10 },
      ])
    )
    expect(pages).toMatchObject([
      { comments: [], capped: false, problem: null },
    ])
    expect(harness.calls()).toEqual({})
  })
})
