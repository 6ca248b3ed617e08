import type { PlatformPost, PostReading, PostResult } from "../contract"
import { PlatformError } from "../errors"
import { oneResultPerPost } from "../one-result-per-post"

const post = (id: string): PlatformPost => ({
  id,
  platform_post_id: `platform-${id}`,
  media_type: null,
  media_product_type: null,
  posted_at: null,
  insights_blocked: null,
  known: {},
})

const reading = (likes: number): PostReading => ({
  metrics: { likes },
  unavailable: {},
  native: {},
  details: {},
})

const good = (id: string, likes = 1): PostResult => ({
  post: post(id),
  insights: reading(likes),
  problems: [],
})

async function* answers(...results: (PostResult | Error)[]) {
  for (const result of results) {
    if (result instanceof Error) {
      throw result
    }
    yield result
  }
}

async function keptOf(ids: string[], results: AsyncIterable<PostResult>) {
  const kept: PostResult[] = []
  for await (const result of oneResultPerPost(ids.map(post), results)) {
    kept.push(result)
  }
  return kept
}

/** Likes, or the code of the problem, by post in order of arrival. */
const summaryOf = (results: PostResult[]) =>
  results.map((result) => [
    result.post.id,
    result.insights?.metrics.likes ?? result.problems[0]?.error.code,
  ])

describe("oneResultPerPost", () => {
  it("passes complete answers through as they arrive", async () => {
    const kept = await keptOf(["a", "b"], answers(good("b", 2), good("a", 1)))
    expect(summaryOf(kept)).toEqual([
      ["b", 2],
      ["a", 1],
    ])
  })

  it("names the posts the answer left out", async () => {
    const kept = await keptOf(["a", "b"], answers(good("a")))
    expect(summaryOf(kept)).toEqual([
      ["a", 1],
      ["b", "no_result"],
    ])
    expect(kept[1]).toMatchObject({
      insights: null,
      problems: [{ part: "Post", error: { kind: "invalid", scope: "post" } }],
    })
  })

  it("keeps the first of two results for a post", async () => {
    const kept = await keptOf(["a"], answers(good("a", 1), good("a", 2)))
    expect(summaryOf(kept)).toEqual([["a", 1]])
  })

  it("drops results nobody asked for", async () => {
    const kept = await keptOf(["a"], answers(good("stranger"), good("a")))
    expect(summaryOf(kept)).toEqual([["a", 1]])
  })

  it("gives the error that ended the reading to what was left", async () => {
    const limit = new PlatformError({
      kind: "rate_limit",
      scope: "account",
      code: "429",
      message: "Rate limit exceeded.",
    })
    const kept = await keptOf(["a", "b", "c"], answers(good("b"), limit))
    expect(summaryOf(kept)).toEqual([
      ["b", 1],
      ["a", "429"],
      ["c", "429"],
    ])
    expect(kept[1]?.problems[0]?.error).toBe(limit)
  })

  it("turns any other thrown error into one of ours", async () => {
    const kept = await keptOf(["a"], answers(new TypeError("x is undefined")))
    expect(summaryOf(kept)).toEqual([["a", "unexpected"]])
  })

  it("has nothing to say about no posts", async () => {
    expect(await keptOf([], answers(good("a")))).toEqual([])
  })
})
