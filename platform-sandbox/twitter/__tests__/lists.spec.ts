import { Client } from "./client"

describe("timelines, search and counts", () => {
  let x: Client
  let me: string
  beforeEach(() => {
    x = new Client()
    me = x.account().external_id
  })

  function walk(path: string, query: Record<string, string>, key: string) {
    const seen: any[] = []
    let token: string | undefined
    do {
      const page = { ...query, ...(token ? { [key]: token } : {}) }
      const { body } = x.ask(path, page)
      seen.push(...(body.data ?? []))
      token = body.meta.next_token
    } while (token)
    return seen
  }

  it("pages a timeline newest first, without the invisible", () => {
    const path = `/2/users/${me}/tweets`
    const seen = walk(path, { max_results: "7" }, "pagination_token")
    const ids = seen.map(({ id }) => BigInt(id))
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort((a, b) => (a < b ? 1 : -1))).toEqual(ids)
    for (const trait of ["deleted", "protected", "foreign", "withheld"]) {
      expect(seen.map(({ id }) => id)).not.toContain(x.id(trait))
    }
  })

  it("leaves out replies and reposts when asked", () => {
    const path = `/2/users/${me}/tweets`
    const query = { max_results: "100" }
    const has = (body: any, id: string) =>
      body.data.some((post: any) => post.id === id)
    const all = x.ask(path, query).body
    expect(has(all, x.id("own_reply")) && has(all, x.id("repost"))).toBe(true)
    const exclude = "replies,retweets"
    const fewer = x.ask(path, { ...query, exclude }).body
    expect(has(fewer, x.id("own_reply"))).toBe(false)
    expect(has(fewer, x.id("repost"))).toBe(false)
    expect(x.ask(path, { exclude: "quotes" }).status).toBe(400)
  })

  it("answers an empty page without data", () => {
    const since_id = "2999999999999999999"
    const body = x.ask(`/2/users/${me}/tweets`, { since_id }).body
    expect(body).toEqual({ meta: { result_count: 0 } })
  })

  it("leads back with previous_token", () => {
    const path = `/2/users/${me}/tweets`
    const first = x.ask(path, { max_results: "5" }).body
    const token = first.meta.next_token
    const next = x.ask(path, { max_results: "5", pagination_token: token }).body
    const back = x.ask(path, {
      max_results: "5",
      pagination_token: next.meta.previous_token,
    }).body
    expect(back.data).toEqual(first.data)
  })

  it.each(["4", "101", "ten"])("refuses max_results=%s", (max_results) => {
    const answer = x.ask(`/2/users/${me}/tweets`, { max_results })
    expect(answer.status).toBe(400)
  })

  it("refuses a made-up token and a bad time", () => {
    const path = `/2/users/${me}/tweets`
    expect(x.ask(path, { pagination_token: "zzz" }).status).toBe(400)
    expect(x.ask(path, { start_time: "yesterday" }).status).toBe(400)
  })

  it("refuses tokens of a series that has ended", () => {
    const path = `/2/users/${me}/tweets`
    const first = x.ask(path, { max_results: "5" }).body
    const pagination_token = first.meta.next_token
    const go = () => x.ask(path, { max_results: "5", pagination_token })
    x.platform.set({ empty_pages: 1 })
    expect(go().body).toEqual({
      meta: { result_count: 0, next_token: expect.any(String) },
    })
    expect(go().body.data).toHaveLength(5)
    x.platform.set({ token_series: 1 })
    expect(go().status).toBe(400)
    expect(x.ask(path, { max_results: "5" }).body.data).toEqual(first.data)
  })

  it("publishes, goes on in threads and answers people", () => {
    const path = `/2/users/${me}/tweets`
    const root = x.id("zero_activity")
    const newest = () =>
      x.ask(path, {
        max_results: "5",
        "tweet.fields": "conversation_id,display_text_range,referenced_tweets",
      }).body.data
    x.platform.set({ account: me, new_posts: 1 })
    const [plain] = newest()
    expect(plain.conversation_id).toBe(plain.id)
    x.time += 60_000
    x.platform.set({ post: root, thread_parts: 1 })
    const [part] = newest()
    expect(part.referenced_tweets).toEqual([{ type: "replied_to", id: root }])
    expect(part.display_text_range[0]).toBe(0)
    x.time += 60_000
    x.platform.set({ post: root, answers: 1 })
    const [answer] = newest()
    expect(answer.conversation_id).toBe(root)
    expect(answer.text).toMatch(/^@other_person /)
    expect(answer.display_text_range[0]).toBe("@other_person ".length)
    expect(x.platform.set({ account: "0", new_posts: 1 })).toBe(false)
  })

  it("knows no time before November 2010", () => {
    const path = `/2/users/${me}/tweets`
    const start_time = "2010-11-05T00:00:00Z"
    expect(x.ask(path, { start_time }).status).toBe(400)
  })

  it("caps a timeline at 3,200 and 800 posts", () => {
    x = new Client({ plain: true, posts: { twitter: { post: 4000 } } })
    me = x.account().external_id
    const path = `/2/users/${me}/tweets`
    const all = walk(path, { max_results: "100" }, "pagination_token")
    expect(all).toHaveLength(3200)
    const query = { max_results: "100", exclude: "replies" }
    expect(walk(path, query, "pagination_token")).toHaveLength(800)
  })

  it("finds the replies of a conversation, all depths, and the root", () => {
    const root = x.id("many_comments")
    const query = {
      query: `conversation_id:${root}`,
      max_results: "100",
      "tweet.fields": "conversation_id,referenced_tweets,author_id",
    }
    const seen = walk("/2/tweets/search/recent", query, "next_token")
    const replies = seen.filter(({ id }) => id !== root)
    const direct = replies.filter(
      (reply) => reply.referenced_tweets[0].id === root
    )
    const truth = x.platform.truth(root) as any
    expect(replies).toHaveLength(truth.conversation.replies)
    expect(direct.length).toBeGreaterThan(100)
    expect(direct.length).toBe(truth.public_metrics.reply_count)
    expect(replies.length).toBeGreaterThan(direct.length)
    expect(seen.every((post) => post.conversation_id === root)).toBe(true)
  })

  it("takes several roots by OR, up to 512 characters", () => {
    const roots = x.ids().slice(0, 12)
    const join = (ids: string[]) =>
      ids.map((id) => `conversation_id:${id}`).join(" OR ")
    const ask = (query: string) => x.ask("/2/tweets/search/recent", { query })
    expect(ask(join(roots)).status).toBe(200)
    expect(ask(join(x.ids().slice(0, 15))).status).toBe(400)
  })

  it("sees only seven days", () => {
    const root = x.id("many_comments")
    x.time += 30 * 86_400_000
    const query = `conversation_id:${root} is:reply min_likes:0`
    const { body } = x.ask("/2/tweets/search/recent", { query })
    for (const { id } of body.data ?? []) {
      expect(BigInt(id)).toBeGreaterThan(BigInt(root))
    }
    expect(body.meta.result_count).toBeLessThan(20)
    const start_time = "2026-11-01T00:00:00Z"
    const late = x.ask("/2/tweets/search/recent", { query, start_time })
    expect(late.status).toBe(400)
  })

  it.each(["", "foo:bar", "(from:a", "from:a)", "OR a", "conversation_id:x"])(
    "refuses the query %p",
    (query) => {
      expect(x.ask("/2/tweets/search/recent", { query }).status).toBe(400)
    }
  )

  it("refuses 9 and 101 results of a search", () => {
    for (const max_results of ["9", "101"]) {
      const query = { query: "shop", max_results }
      expect(x.ask("/2/tweets/search/recent", query).status).toBe(400)
    }
  })

  it("searches the archive for the app only, once a second", () => {
    const token = x.account("app_bearer").access_token
    const query = { query: "from:harbour_goods", max_results: "500" }
    const found = x.ask("/2/tweets/search/all", query, token)
    expect(found.body.data.length).toBeGreaterThan(50)
    expect(
      found.body.data.some((post: any) => post.id === x.id("repost"))
    ).toBe(false)
    expect(x.ask("/2/tweets/search/all", query, token).status).toBe(429)
    x.time += 1000
    expect(x.ask("/2/tweets/search/all", query, token).status).toBe(200)
    const refused = x.ask("/2/tweets/search/all", query)
    expect(refused.status).toBe(403)
    expect(refused.body.type).toMatch(/unsupported-authentication$/)
  })

  it("counts what the search finds", () => {
    const query = `conversation_id:${x.id("many_comments")} is:reply`
    const path = "/2/tweets/counts/recent"
    const { data, meta } = x.ask(path, { query, granularity: "day" }).body
    const sum = data.reduce((n: number, one: any) => n + one.tweet_count, 0)
    expect(sum).toBe(meta.total_tweet_count)
    expect(sum).toBeGreaterThan(100)
    x.platform.set({ vocabulary: "new" })
    expect(x.ask(path, { query }).body.meta).toHaveProperty("total_post_count")
    expect(x.ask(path, { query, granularity: "year" }).status).toBe(400)
  })

  it("answers mentions and quotes", () => {
    const path = `/2/users/${me}/mentions`
    const mentions = x.ask(path, { max_results: "100" }).body
    expect(mentions.data).toHaveLength(100)
    expect(x.ask(path, { exclude: "replies" }).status).toBe(400)
    const [quote] = x.ask("/2/tweets", {
      ids: x.id("quote"),
      "tweet.fields": "referenced_tweets",
    }).body.data
    const quoted = quote.referenced_tweets[0].id
    const quotes = x.ask(`/2/tweets/${quoted}/quote_tweets`).body
    expect(quotes.data.map(({ id }: any) => id)).toEqual([quote.id])
  })

  it("answers for unknown and protected users with errors only", () => {
    const body = x.ask("/2/users/99/tweets").body
    expect(body).not.toHaveProperty("data")
    expect(body.errors?.[0].resource_type).toBe("user")
  })
})
