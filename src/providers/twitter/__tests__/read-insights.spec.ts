import { MetricVerdicts, type PlatformCall } from "../../../platform-kit"
import { type Harness, readAll, startHarness, toPlatformPost } from "./harness"

type Counts = Record<string, number>
type Truth = {
  public_metrics: Counts
  non_public_metrics: Counts
  media?: Counts
}

let harness: Harness
afterEach(() => harness.sandbox.close())

const truth = (id: string) =>
  harness.sandbox.world.named("twitter")?.truth(id) as Truth

/** Everything of an account, read in bulk. */
async function readWorld(more: Partial<PlatformCall> = {}) {
  const account = harness.account()
  const posts = harness.posts(account)
  const call = harness.call(account, more)
  const results = await readAll(
    harness,
    call,
    posts.map((post) => toPlatformPost(post))
  )
  return { account, posts, call, results }
}

const DAY = 24 * 60 * 60 * 1000

describe("reading posts of X", () => {
  it("takes one call for 100 posts, and one more for what only owners see", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { video: 100 } },
    })
    const { results } = await readWorld()
    expect(harness.calls()).toEqual({ "GET /2/tweets": 2 })
    for (const [id, { insights, problems }] of results) {
      const { public_metrics: sent, media } = truth(id)
      expect(problems).toEqual([])
      expect(insights?.metrics).toMatchObject({
        likes: sent.like_count,
        comments: sent.reply_count,
        shares: sent.repost_count,
        quotes: sent.quote_count,
        saves: sent.bookmark_count,
        impressions: sent.impression_count,
        video_views: media?.view_count,
      })
    }
  })

  it("splits 250 posts into three lookups", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 250 } },
    })
    const { posts } = await readWorld()
    const young = posts.filter(
      ({ posted_at }) =>
        harness.sandbox.clock.now().getTime() - Date.parse(posted_at) <
        29.5 * DAY
    )
    expect(young.length).toBeGreaterThan(0)
    expect(harness.calls()["GET /2/tweets"]).toBeLessThanOrEqual(6)
    const asked = harness.sandbox.ledger
      .entries()
      .map(({ ids }) => ids?.length ?? 0)
    expect(Math.max(...asked)).toBe(100)
  })

  it.each(["drop_item", "omit_field"])(
    "gives every post exactly its own truth (%s)",
    async (owner_only) => {
      harness = await startHarness()
      harness.set({ owner_only, problem_host: "api.twitter.com" })
      const { posts, results } = await readWorld()
      const seen = new Set<string>()
      for (const post of posts) {
        const { insights, problems } = results.get(post.platform_post_id) ?? {}
        const has = (trait: string) => post.traits.includes(trait)
        const kind = problems?.[0]?.error.kind
        if (has("deleted")) {
          seen.add("deleted")
          expect([insights, kind]).toEqual([null, "gone"])
          continue
        }
        if (has("withheld") || has("protected")) {
          seen.add("withheld")
          expect([insights, kind]).toEqual([null, "permission"])
          expect(problems?.[0]?.error.scope).toBe("post")
          continue
        }
        expect(problems).toEqual([])
        const { public_metrics, non_public_metrics } = truth(
          post.platform_post_id
        )
        expect(insights?.metrics).toMatchObject({
          likes: public_metrics.like_count,
          impressions: public_metrics.impression_count,
        })
        const age =
          harness.sandbox.clock.now().getTime() - Date.parse(post.posted_at)
        if (has("foreign") && age < 29.5 * DAY) {
          seen.add("foreign")
          expect(insights?.unavailable.clicks).toBe("not_permitted")
        } else if (age < 29.5 * DAY) {
          seen.add("own")
          expect(insights?.metrics).toMatchObject({
            clicks: non_public_metrics.url_link_clicks,
            profile_visits: non_public_metrics.user_profile_clicks,
            total_interactions: non_public_metrics.engagements,
          })
        } else {
          seen.add("old")
          expect(insights?.unavailable.clicks).toBe("window_closed")
        }
      }
      expect([...seen].sort()).toEqual([
        "deleted",
        "foreign",
        "old",
        "own",
        "withheld",
      ])
    }
  )

  it("gives an edited post its newest id", async () => {
    harness = await startHarness()
    const { posts, results } = await readWorld()
    const edited = posts.find(({ traits }) => traits.includes("edited"))
    const result = results.get(edited?.platform_post_id ?? "")
    const newest = result?.insights?.details.platform_post_id
    const { edit_history_post_ids } = truth(
      edited?.platform_post_id ?? ""
    ) as unknown as { edit_history_post_ids: string[] }
    expect(newest).toBe(edit_history_post_ids.at(-1))
    expect(newest).not.toBe(edited?.platform_post_id)
  })

  it("does not ask for a stranger's owner-only numbers again", async () => {
    harness = await startHarness()
    const verdicts = new MetricVerdicts("twitter", () =>
      harness.sandbox.clock.now()
    )
    const foreign = harness
      .posts(harness.account())
      .filter(({ traits }) => traits.includes("foreign"))
      .map(({ platform_post_id }) => platform_post_id)
    const ownerOnlyIds = () =>
      harness.sandbox.ledger
        .entries()
        .filter(({ query }) => query.includes("non_public_metrics"))
        .flatMap(({ ids }) => ids ?? [])
    await readWorld({ verdicts })
    expect(ownerOnlyIds()).toEqual(expect.arrayContaining(foreign.slice(0, 1)))
    harness.sandbox.ledger.reset()
    const { results } = await readWorld({ verdicts })
    expect(ownerOnlyIds().filter((id) => foreign.includes(id))).toEqual([])
    expect(results.get(foreign[0] ?? "")?.insights?.unavailable.clicks).toBe(
      "not_permitted"
    )
  })

  it("learns the age first where it is not known, for the same calls", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 60 } },
    })
    const account = harness.account()
    const posts = harness
      .posts(account)
      .map((post) => toPlatformPost(post, { posted_at: null }))
    const results = await readAll(harness, harness.call(account), posts)
    expect(harness.calls()).toEqual({ "GET /2/tweets": 2 })
    const clicks = [...results.values()].map(
      ({ insights }) => insights?.metrics.clicks
    )
    expect(clicks.some((value) => typeof value === "number")).toBe(true)
    expect(clicks.some((value) => value === null)).toBe(true)
  })

  it.each([
    ["legacy", "new"],
    ["new", "legacy"],
  ])("finds out once that X only speaks %s", async (spoken, configured) => {
    harness = await startHarness(
      { plain: true, posts: { twitter: { video: 40 } } },
      { vocabulary: configured }
    )
    harness.set({ vocabulary: spoken })
    const { results } = await readWorld()
    for (const [id, { insights }] of results) {
      const sent = truth(id).public_metrics
      expect(insights?.metrics.shares).toBe(sent.repost_count)
    }
    harness.sandbox.ledger.reset()
    await readWorld()
    const statuses = harness.sandbox.ledger.entries()
    expect(statuses.map(({ status }) => status)).toEqual([200, 200])
  })

  it("never lets one malformed id cost the others", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 5 } },
    })
    const account = harness.account()
    const [first, ...rest] = harness
      .posts(account)
      .map((post) => toPlatformPost(post))
    const bad = { ...first!, platform_post_id: "not-an-id" }
    const results = await readAll(harness, harness.call(account), [
      bad,
      ...rest,
    ])
    expect(results.get("not-an-id")?.problems[0]?.error).toMatchObject({
      kind: "invalid",
      scope: "post",
    })
    expect(
      rest.every((post) => results.get(post.platform_post_id)?.insights)
    ).toBe(true)
  })

  it("keeps the public numbers when the owner-only call fails", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 20 } },
    })
    harness.sandbox.faults.add({
      kind: "status",
      status: 503,
      match: "non_public_metrics",
    })
    const { results } = await readWorld()
    const partial = [...results.values()].filter(
      ({ problems }) => problems.length > 0
    )
    expect(partial.length).toBeGreaterThan(0)
    for (const { insights, problems } of partial) {
      expect(problems).toMatchObject([
        { part: "Insights metrics", error: { kind: "transient" } },
      ])
      expect(insights?.metrics.likes).toEqual(expect.any(Number))
      expect(insights?.metrics).not.toHaveProperty("clicks")
    }
  })

  it("calls a refused owner-only call not permitted", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 5 } },
    })
    harness.sandbox.faults.add({
      kind: "status",
      status: 403,
      body: { title: "Forbidden", type: "about:blank" },
      match: "non_public_metrics",
    })
    const { results } = await readWorld()
    const reasons = [...results.values()].map(
      ({ insights, problems }) =>
        [insights?.unavailable.clicks, problems.length] as const
    )
    expect(reasons).toContainEqual(["not_permitted", 0])
  })

  it("does not take a request that X cannot read for a refusal", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 5 } },
    })
    harness.sandbox.faults.add({
      kind: "status",
      status: 400,
      body: { type: "https://api.x.com/2/problems/invalid-request" },
      match: "non_public_metrics",
    })
    const { results } = await readWorld()
    const asked = [...results.values()].filter(
      ({ problems }) => problems.length > 0
    )
    expect(asked.length).toBeGreaterThan(0)
    for (const { insights, problems } of asked) {
      expect(problems).toMatchObject([
        { part: "Insights metrics", error: { kind: "invalid", scope: "post" } },
      ])
      expect(insights?.metrics).not.toHaveProperty("clicks")
    }
  })

  it("reads public numbers with the app's own token", async () => {
    harness = await startHarness()
    const account = harness.account("app_bearer")
    const posts = harness.posts(account).map((post) => toPlatformPost(post))
    const results = await readAll(harness, harness.call(account), posts)
    expect(harness.calls()).toEqual({ "GET /2/tweets": 1 })
    for (const { insights } of results.values()) {
      expect(insights?.metrics.likes).toEqual(expect.any(Number))
      expect(insights?.unavailable.clicks).toBe("not_permitted")
    }
  })

  it("takes a post that X left out for missing, not for deleted", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 3 } },
    })
    harness.sandbox.faults.add({ kind: "patch", body: { data: [] } })
    const { results } = await readWorld()
    for (const { insights, problems } of results.values()) {
      expect(insights).toBeNull()
      expect(problems[0]?.error).toMatchObject({
        kind: "transient",
        code: "missing_in_answer",
      })
    }
  })

  it.each(["truncate", "html", "empty", "reset"] as const)(
    "tries again after a broken answer (%s)",
    async (kind) => {
      harness = await startHarness({
        plain: true,
        posts: { twitter: { post: 3 } },
      })
      harness.sandbox.faults.add({ kind, times: 2 })
      const { results } = await readWorld()
      for (const { insights, problems } of results.values()) {
        expect(problems).toEqual([])
        expect(insights?.metrics.likes).toEqual(expect.any(Number))
      }
    }
  )
})
