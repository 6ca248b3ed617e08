import { Client, enc, list } from "./client"

// encodeURIComponent leaves the parentheses of a comment's URN alone.
const full = (urn: string) => enc(urn).replace("(", "%28").replace(")", "%29")

describe("comments, reactions and counters", () => {
  let li: Client
  beforeEach(() => {
    li = new Client()
  })

  const comments = (urn: string, query = "") =>
    li.ask(`/rest/socialActions/${full(urn)}/comments${query}`)

  it("answers fresh counters, one or many", () => {
    const urn = li.urn("all_reactions")
    const one = li.ask(`/rest/socialMetadata/${enc(urn)}`).body
    expect(one).toEqual(li.platform.truth(urn)?.socialMetadata)
    expect(Object.keys(one.reactionSummaries).sort()).toEqual([
      "APPRECIATION",
      "EMPATHY",
      "ENTERTAINMENT",
      "INTEREST",
      "LIKE",
      "MAYBE",
      "PRAISE",
    ])
    expect(one.reactionSummaries.LIKE.reactionType).toBe("LIKE")
    const gone = li.urn("deleted")
    const target = `/rest/socialMetadata?ids=${list([urn, gone])}`
    const many = li.ask(target, "BATCH_GET").body
    expect(many.results[enc(urn)]).toEqual(one)
    expect(many.statuses[enc(gone)]).toBe(404)
  })

  it("still counts old posts and shows zeros and closed comments", () => {
    const read = (trait: string) =>
      li.ask(`/rest/socialMetadata/${enc(li.urn(trait))}`).body
    expect(read("zero_activity").reactionSummaries).toEqual({})
    expect(read("zero_activity").commentSummary.count).toBe(0)
    const old = read("older_than_12_months").reactionSummaries
    expect(old.LIKE.count).toBeGreaterThan(0)
    expect(read("comments_closed").commentsState).toBe("CLOSED")
  })

  it("answers the older counters, below /v2 as well", () => {
    const urn = li.urn("many_comments")
    const { count, topLevelCount } = (li.platform.truth(urn) as any)
      .socialMetadata.commentSummary
    const body = li.ask(`/rest/socialActions/${enc(urn)}`).body
    expect(body.commentsSummary).toMatchObject({
      totalFirstLevelComments: topLevelCount,
      aggregatedTotalComments: count,
    })
    const unversioned = {
      "linkedin-version": undefined,
      "x-restli-protocol-version": undefined,
    }
    const own = li.urn(undefined, undefined, "member")
    const token = li.account("member").access_token
    const legacy = li.ask(
      `/v2/socialActions/${own}`,
      undefined,
      unversioned,
      token
    )
    expect(legacy.status).toBe(200)
    expect(li.as("member", `/rest/socialActions/${enc(own)}`).status).toBe(403)
  })

  it("pages the first level by offset and the threads by comment", () => {
    const urn = li.urn("many_comments")
    const truth = li.platform.truth(urn) as any
    const seen: any[] = []
    let total = 1
    while (seen.length < total) {
      const page = comments(urn, `?start=${seen.length}&count=50`).body
      total = page.paging.total
      seen.push(...page.elements)
    }
    expect(total).toBeGreaterThan(100)
    expect(total).toBe(truth.comments.first_level)
    expect(total).toBe(truth.socialMetadata.commentSummary.topLevelCount)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total)
    expect(seen.some((comment) => comment.parentComment)).toBe(false)

    let replies = 0
    const threads = seen.filter(
      (one) => one.commentsSummary.aggregatedTotalComments > 0
    )
    for (const { commentUrn, commentsSummary } of threads) {
      const { elements, paging } = comments(commentUrn, "?count=100").body
      expect(paging.total).toBe(commentsSummary.aggregatedTotalComments)
      expect(elements[0].parentComment).toBe(commentUrn)
      replies += elements.length
    }
    expect(replies).toBe(truth.comments.replies)
    const { count } = truth.socialMetadata.commentSummary
    expect(Math.abs(count - total - replies)).toBeLessThanOrEqual(1)
  })

  it("needs the parentheses of a comment's URN encoded", () => {
    const urn = li.urn("many_comments")
    const { commentUrn } = comments(urn).body.elements[0]
    const raw = `/rest/socialActions/${enc(commentUrn)}/comments`
    expect(li.ask(raw).status).toBe(400)
    expect(comments(commentUrn).status).toBe(200)
  })

  it("shifts pages when comments come between them", () => {
    const post = li.urn("many_comments")
    const first = comments(post, "?start=0&count=10").body
    li.platform.set({ post, new_comments: 3 })
    const next = comments(post, "?start=10&count=10").body
    expect(next.paging.total).toBe(first.paging.total + 3)
    expect(next.elements.slice(0, 3)).toEqual(first.elements.slice(7))

    li.platform.set({ post, insert_per_page: 1 })
    const page = () => comments(post, "?count=1").body.paging.total
    expect(page() + 1).toBe(page())
  })

  it("refuses bad paging, missing posts and missing rights", () => {
    const urn = li.urn("many_comments")
    expect(comments(urn, "?count=101").status).toBe(400)
    expect(comments(urn, "?start=-1").status).toBe(400)
    expect(comments(li.urn("deleted")).status).toBe(404)
    const other = li.urn(undefined, undefined, "no_social_feed_scope")
    const read = (path: string) => li.as("no_social_feed_scope", path)
    expect(read(`/rest/posts/${enc(other)}`).status).toBe(200)
    for (const path of [
      `/rest/socialMetadata/${enc(other)}`,
      `/rest/socialActions/${enc(other)}/comments`,
    ]) {
      expect(read(path).body.code).toBe("ACCESS_DENIED")
    }
    expect(li.ask(`/rest/socialMetadata/${enc(other)}`).status).toBe(403)
  })

  it("lists reactions with a total", () => {
    const urn = li.urn("all_reactions")
    const path = `/rest/reactions/(entity:${enc(urn)})`
    const sort = "sort=(value:REVERSE_CHRONOLOGICAL)"
    const target = `${path}?q=entity&${sort}&start=0&count=100`
    const { elements, paging } = li.ask(target, "FINDER").body
    const { likeCount } = (li.platform.truth(urn) as any).totalShareStatistics
    expect(paging.total).toBe(likeCount)
    expect(elements).toHaveLength(100)
    expect(elements[0].created.actor).toMatch(/^urn:li:person:/)
    const bad = `/rest/reactions/${enc(urn)}?q=entity`
    expect(li.ask(bad, "FINDER").status).toBe(400)
    const order = `${path}?q=entity&sort=REVERSE_CHRONOLOGICAL`
    expect(li.ask(order, "FINDER").status).toBe(400)
  })
})
