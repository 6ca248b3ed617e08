import { Client } from "./client"

const NEW_FIELDS = { "post.fields": "public_metrics,created_at" }

describe("post lookup", () => {
  let x: Client
  beforeEach(() => {
    x = new Client()
  })

  it("answers ids as strings beyond 2^53, in an order of its own", () => {
    const ids = x.ids()
    const seen = x.ask("/2/tweets", { ids: ids.join() }).body.data
    const order = seen.map((post: { id: string }) => post.id)
    expect([...order].sort()).toEqual([...ids].sort())
    expect(order).not.toEqual(ids)
    expect(ids.every((id) => id.length === 19)).toBe(true)
    expect(Object.keys(seen[0]).sort()).toEqual([
      "edit_history_tweet_ids",
      "id",
      "text",
    ])
  })

  it.each([
    ["101 ids", { ids: Array.from({ length: 101 }, (_, i) => i + 1).join() }],
    ["no ids", {}],
    ["an empty id", { ids: "1,,2" }],
    ["an id that is no number", { ids: "abc" }],
    ["an unknown field", { ids: "1", "post.fields": "likes" }],
    ["author_id as a post field", { ids: "1", "post.fields": "author_id" }],
    ["an unknown expansion", { ids: "1", expansions: "author" }],
    ["an unknown media field", { ids: "1", "media.fields": "views" }],
    ["an unknown parameter", { ids: "1", fields: "id" }],
    ["an empty field list", { ids: "1", "post.fields": "" }],
    [
      "both vocabularies",
      { ids: "1", "post.fields": "id", "tweet.fields": "id" },
    ],
  ])("refuses %s with 400 invalid-request", (_name, query) => {
    const answer = x.ask("/2/tweets", query as Record<string, string>)
    expect(answer.status).toBe(400)
    expect(answer.headers?.["content-type"]).toContain("problem+json")
    expect(answer.body.type).toBe(
      "https://api.x.com/2/problems/invalid-request"
    )
    expect(answer.endpoint).toBe("GET /2/tweets")
  })

  it("takes 100 ids", () => {
    const ids = Array.from({ length: 100 }, (_, i) => i + 1).join()
    expect(x.ask("/2/tweets", { ids }).status).toBe(200)
  })

  it("mixes data and errors, and leaves data out when all fail", () => {
    const rows = [
      ["deleted", "resource-not-found", "Not Found Error"],
      ["protected", "not-authorized-for-resource", "Authorization Error"],
      ["withheld", "resource-unavailable", "Resource Unavailable Error"],
    ] as const
    const good = x.id()
    const bad = rows.map(([trait]) => x.id(trait))
    const body = x.ask("/2/tweets", { ids: [good, ...bad].join() }).body
    expect(body.data).toHaveLength(1)
    for (const [i, [, type, title]] of rows.entries()) {
      const error = body.errors?.find(({ value }) => value === bad[i])
      expect(error).toMatchObject({ title, parameter: "ids" })
      expect(error.type.endsWith(`/${type}`)).toBe(true)
      expect(error).not.toHaveProperty("message")
    }
    const none = x.ask("/2/tweets", { ids: bad.join() })
    expect(none.status).toBe(200)
    expect(none.body).not.toHaveProperty("data")
  })

  it("answers the newest version of an edited post, once", () => {
    const first = x.id("edited")
    const history = x.platform.truth(first)?.edit_history_post_ids as string[]
    expect(history).toHaveLength(3)
    expect(history[0]).toBe(first)
    const { data } = x.ask("/2/tweets", { ids: history.join() }).body
    expect(data).toHaveLength(1)
    expect(data[0].id).toBe(history[2])
    expect(data[0].edit_history_tweet_ids).toEqual(history)
  })

  it("names things as the parameter does, and by mode", () => {
    const ids = x.id()
    const legacy = { ids, "tweet.fields": "public_metrics,author_id" }
    const fields = { ids, ...NEW_FIELDS }
    const [old] = x.ask("/2/tweets", legacy).body.data
    const [post] = x.ask("/2/tweets", fields).body.data
    expect(old.public_metrics).toHaveProperty("retweet_count")
    expect(old).toHaveProperty("author_id")
    expect(post.public_metrics).toHaveProperty("repost_count")
    expect(post.public_metrics).not.toHaveProperty("retweet_count")
    expect(post).toHaveProperty("edit_history_post_ids")

    x.platform.set({ vocabulary: "legacy" })
    expect(x.ask("/2/tweets", fields).status).toBe(400)
    expect(x.ask("/2/tweets", legacy).status).toBe(200)
    x.platform.set({ vocabulary: "new" })
    expect(x.ask("/2/tweets", legacy).status).toBe(400)
    const [id] = x.ask("/2/tweets", { ids }).body.data
    expect(id).toHaveProperty("edit_history_post_ids")
  })

  it("gives author and references only with their expansion in the new one", () => {
    const ids = x.id("quote")
    const query = { ids, "post.fields": "public_metrics" }
    expect(x.ask("/2/tweets", query).body.data[0]).not.toHaveProperty(
      "referenced_posts"
    )
    const expansions = "author_id,referenced_posts"
    const body = x.ask("/2/tweets", { ...query, expansions }).body
    expect(body.data[0].referenced_posts[0].type).toBe("quoted")
    expect(body.includes?.posts).toHaveLength(1)
    expect(body.includes?.users).toHaveLength(1)
    const old = x.ask("/2/tweets", { ids, expansions: "referenced_tweets.id" })
    expect(old.body.includes?.tweets).toHaveLength(1)
  })

  it("omits empty values", () => {
    const fields = "attachments,in_reply_to_user_id,note_tweet,geo"
    const [post] = x.ask("/2/tweets", {
      ids: x.id("zero_activity"),
      "tweet.fields": fields,
    }).body.data
    expect(Object.keys(post)).toHaveLength(3)
  })

  it("answers a single lookup of a missing post in both ways", () => {
    const path = `/2/tweets/${x.id("deleted")}`
    const missing = x.ask(path)
    expect(missing.status).toBe(404)
    expect(missing.endpoint).toBe("GET /2/tweets/{id}")
    expect(missing.body.type).toMatch(/\/resource-not-found$/)
    x.platform.set({ missing_single: "200" })
    const old = x.ask(path)
    expect(old.status).toBe(200)
    expect(Object.keys(old.body)).toEqual(["errors"])
    expect(x.ask(`/2/tweets/${x.id()}`).body.data.id).toBe(x.id())
    expect(x.ask("/2/tweets/abc").status).toBe(400)
    expect(x.ask(`/2/tweets/${x.id("protected")}`).status).toBe(200)
  })

  it("deletes, restores and breaks posts on demand", () => {
    const post = x.id()
    const read = () => x.ask("/2/tweets", { ids: post }).body
    expect(x.platform.set({ post, deleted: true })).toBe(true)
    expect(read().data).toBeUndefined()
    x.platform.set({ post, deleted: false })
    expect(read().data).toHaveLength(1)
    x.platform.set({ post, problem: "internal-error" })
    expect(read().errors?.[0].type).toMatch(/internal-error$/)
    expect(x.platform.set({ post: "1", deleted: true })).toBe(false)
  })

  it("says no to other paths and methods", () => {
    expect(x.ask("/2/insights/28hr").status).toBe(404)
    expect(x.ask("/1.1/statuses/show.json").status).toBe(404)
  })
})
