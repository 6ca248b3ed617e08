import type { PlatformCall } from "../../../platform-kit"
import { ThreadReading } from "../comment-threads"
import { readXAnswer } from "../schemas"
import {
  collect,
  type Harness,
  readAll,
  startHarness,
  toPlatformPost,
} from "./harness"

let harness: Harness
afterEach(() => harness.sandbox.close())

const truth = (id: string) => harness.sandbox.world.named("twitter")?.truth(id)

const DAY = 24 * 60 * 60 * 1000

describe("replies on X", () => {
  const comments = async (
    call: PlatformCall,
    traits: string[],
    limit = 500,
    since: Date | null = null
  ) => {
    const account = harness.account()
    const posts = harness
      .posts(account)
      .filter((post) => traits.every((one) => post.traits.includes(one)))
    const requests = posts.map((post) => ({
      post: toPlatformPost(post),
      since,
      limit,
    }))
    return collect(harness.platform.fetchComments(call, requests))
  }

  it("come in pages of 100, threaded, without the post itself", async () => {
    harness = await startHarness()
    const account = harness.account()
    const [page] = await comments(harness.call(account), ["many_comments"])
    const { conversation } = truth(
      page?.post.platform_post_id ?? ""
    ) as unknown as {
      conversation: { replies: number; direct_replies: number }
    }
    expect(conversation.replies).toBeGreaterThan(100)
    expect(page).toMatchObject({ capped: false, problem: null })
    expect(page?.comments).toHaveLength(conversation.replies)
    const direct = page?.comments.filter(({ parent_id }) => parent_id === null)
    expect(direct).toHaveLength(conversation.direct_replies)
    const ids = new Set(page?.comments.map(({ id }) => id))
    expect(ids).not.toContain(page?.post.platform_post_id)
    const nested = page?.comments.filter(({ parent_id }) => parent_id !== null)
    expect(nested?.every(({ parent_id }) => ids.has(parent_id as string))).toBe(
      true
    )
    const times = page?.comments.map((one) => one.created_at?.getTime() ?? 0)
    expect(times).toEqual([...(times ?? [])].sort((one, other) => other - one))
  })

  it.each([
    ["internal-error", "data", false],
    ["resource-not-found", "data", true],
    ["internal-error", "includes", true],
  ])(
    "are missing after %s in %s only in passing",
    async (type, section, whole) => {
      harness = await startHarness()
      harness.sandbox.faults.add({
        kind: "status",
        status: 200,
        match: "search/recent",
        body: {
          errors: [{ type: `https://api.x.com/2/problems/${type}`, section }],
          meta: { result_count: 0 },
        },
      })
      const call = harness.call(harness.account())
      const [page] = await comments(call, ["many_comments"])
      expect(page).toMatchObject({ comments: [], problem: null })
      expect(page?.complete !== null).toBe(whole)
    }
  )

  it("stop at the limit and say that there are more", async () => {
    harness = await startHarness()
    const call = harness.call(harness.account())
    const [page] = await comments(call, ["many_comments"], 150)
    expect(page?.comments).toHaveLength(150)
    expect(page?.capped).toBe(true)
    expect(harness.calls()).toEqual({ "GET /2/tweets/search/recent": 2 })
  })

  it("start where the last reading ended", async () => {
    harness = await startHarness()
    const call = harness.call(harness.account())
    const [all] = await comments(call, ["many_comments"])
    const since = all?.comments[20]?.created_at ?? null
    const [page] = await comments(call, ["many_comments"], 500, since)
    expect(page?.comments.map(({ id }) => id)).toEqual(
      all?.comments
        .filter(({ created_at }) => created_at! >= since!)
        .map(({ id }) => id)
    )
  })

  it("of an edited post are found under its first id", async () => {
    harness = await startHarness()
    const account = harness.account()
    const call = harness.call(account)
    const edited = harness
      .posts(account)
      .find(({ traits }) => traits.includes("edited"))!
    const results = await readAll(harness, call, [toPlatformPost(edited)])
    const id = results.get(edited.platform_post_id)?.insights?.details
      .platform_post_id as string
    const post = toPlatformPost(edited, { platform_post_id: id })
    const [page] = await collect(
      harness.platform.fetchComments(call, [{ post, since: null, limit: 500 }])
    )
    const { conversation } = truth(id) as unknown as {
      conversation: { replies: number }
    }
    expect(conversation.replies).toBeGreaterThan(0)
    expect(page?.comments).toHaveLength(conversation.replies)
  })

  it("of many posts share searches; old posts cost none", async () => {
    harness = await startHarness({
      plain: true,
      now: "2026-11-15T12:00:00.000Z",
      posts: { twitter: { post: 400 } },
    })
    const account = harness.account()
    const pages = await comments(harness.call(account), [])
    const week = harness.sandbox.clock.now().getTime() - 7 * DAY
    const young = pages.filter(({ post }) => post.posted_at!.getTime() > week)
    expect(pages).toHaveLength(400)
    expect(young.length).toBeGreaterThan(13)
    const searches = harness.sandbox.ledger.entries()
    const roots = searches.map(
      ({ query }) =>
        new URLSearchParams(query).get("query")?.split(" OR ").length ?? 0
    )
    expect(Math.max(...roots)).toBe(13)
    expect(
      searches.every(
        ({ query, status }) =>
          status === 200 &&
          (new URLSearchParams(query).get("query")?.length ?? 0) <= 512
      )
    ).toBe(true)
    const old = pages.filter((page) => !young.includes(page))
    expect(
      old.every(
        ({ comments: found, capped, problem }) =>
          found.length === 0 && !capped && problem === null
      )
    ).toBe(true)
    for (const { post, comments: found } of young) {
      const { conversation } = truth(post.platform_post_id) as unknown as {
        conversation: { replies: number }
      }
      expect(found).toHaveLength(conversation.replies)
    }
  })

  it("come with authors, unnamed, in the legacy vocabulary", async () => {
    harness = await startHarness({}, { vocabulary: "legacy" })
    const [page] = await comments(harness.call(harness.account()), [
      "many_comments",
    ])
    expect(page?.comments.every(({ author_id }) => author_id)).toBe(true)
    expect(page?.comments.every(({ author_name }) => !author_name)).toBe(true)
    const queries = harness.sandbox.ledger.entries().map(({ query }) => query)
    expect(queries.join()).not.toContain("expansions")
  })

  it.each([
    ["the search is limited", { remaining: 0 }],
    ["the search's limit is nearly used up", { limit: 100, remaining: 4 }],
  ])("stop alone when %s", async (_name, rate) => {
    harness = await startHarness()
    const account = harness.account()
    harness.set({
      account: account.external_id,
      rate: {
        ...rate,
        endpoint: "GET /2/tweets/search/recent",
        reset_in_seconds: 300,
      },
    })
    const call = harness.call(account)
    await comments(call, ["many_comments"])
    harness.sandbox.ledger.reset()
    const [page] = await comments(call, ["many_comments"])
    expect(harness.calls()).toEqual({})
    expect(page?.problem).toMatchObject({
      kind: "rate_limit",
      scope: "post",
      message: expect.stringMatching(/^Rate limit/),
    })
    const left = page!.problem!.retry_at!.getTime() - call.now().getTime()
    expect(Math.abs(left - 300_000)).toBeLessThan(5000)
    const [post] = harness.posts(account).map((one) => toPlatformPost(one))
    const results = await readAll(harness, call, [post!])
    expect(results.get(post!.platform_post_id)?.problems).toEqual([])
  })

  it.each([
    ["one post is synced", { depth: "single" as const }, {}],
    ["their number changed", {}, { comments: 3 }],
  ])("of an old post are searched when %s", async (_name, more, known) => {
    harness = await startHarness()
    const account = harness.account()
    const [old] = harness.posts(account)
    const post = toPlatformPost(old!, {
      posted_at: new Date(harness.sandbox.clock.now().getTime() - 40 * DAY),
      media_product_type: "POST",
      known,
    })
    const [page] = await collect(
      harness.platform.fetchComments(harness.call(account, more), [
        { post, since: null, limit: 500 },
      ])
    )
    expect(page?.problem).toBeNull()
    expect(page?.comments.length).toBeGreaterThan(0)
  })

  it("that come twice do not count as more", () => {
    const post = toPlatformPost({
      platform_post_id: "1",
      posted_at: "2026-11-15T00:00:00.000Z",
    } as never)
    const thread = { post, since: null, limit: 1, root: "1" }
    const reading = new ThreadReading([thread], "9")
    const { posts } = readXAnswer({
      data: [{ id: "2", conversation_id: "1" }, null],
    })
    reading.take(posts)
    reading.take(posts)
    expect(reading.pages(null, new Date(0))).toMatchObject([
      { comments: [{ id: "2" }], capped: false },
    ])
  })

  it("stop alone when the app may not search", async () => {
    harness = await startHarness()
    harness.sandbox.faults.add({
      kind: "status",
      status: 403,
      body: { type: "https://api.x.com/2/problems/client-forbidden" },
    })
    const [page] = await comments(harness.call(harness.account()), [
      "many_comments",
    ])
    expect(page?.problem).toMatchObject({
      kind: "permission",
      scope: "account",
    })
  })
})
