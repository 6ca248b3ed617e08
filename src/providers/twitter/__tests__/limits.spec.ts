import { type Harness, readAll, startHarness, toPlatformPost } from "./harness"

let harness: Harness
afterEach(() => harness.sandbox.close())

/** Everything of an account, read in bulk. */
async function readWorld() {
  const account = harness.account()
  const posts = harness.posts(account).map((post) => toPlatformPost(post))
  return { results: await readAll(harness, harness.call(account), posts) }
}

/** X says its resets in whole seconds. */
const secondsFromNow = (time: Date | null | undefined) =>
  Math.round(
    ((time?.getTime() ?? 0) - harness.sandbox.clock.now().getTime()) / 5000
  ) * 5

describe("limits and tokens of X", () => {
  it.each(["A", "C", "empty"])(
    "parks the account after a 429 (envelope %s) and asks no more",
    async (envelope_429) => {
      harness = await startHarness({
        plain: true,
        posts: { twitter: { post: 10 } },
      })
      const account = harness.account()
      harness.set({ envelope_429 })
      harness.set({
        account: account.external_id,
        rate: { remaining: 0, reset_in_seconds: 300 },
      })
      const call = harness.call(account)
      const posts = harness.posts(account).map((post) => toPlatformPost(post))
      const results = await readAll(harness, call, posts)
      for (const { problems } of results.values()) {
        expect(problems[0]?.error).toMatchObject({
          kind: "rate_limit",
          scope: "account",
        })
        expect(secondsFromNow(problems[0]?.error.retry_at)).toBe(300)
      }
      harness.sandbox.ledger.reset()
      await readAll(harness, call, posts)
      expect(harness.calls()).toEqual({})
    }
  )

  it("stops before the endpoint's limit is used up", async () => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 10 } },
    })
    const account = harness.account()
    harness.set({
      account: account.external_id,
      rate: { limit: 100, remaining: 6, reset_in_seconds: 300 },
    })
    const call = harness.call(account)
    const posts = harness.posts(account).map((post) => toPlatformPost(post))
    await readAll(harness, call, posts)
    const state = call.budget
      .takeChanges()
      .find(({ bucket }) => bucket === "account:sacc_1:GET /2/tweets")
    expect(state).toMatchObject({ scope: "account", parked_until: null })
    expect(state?.used).toBeGreaterThanOrEqual(0.95)
    expect(secondsFromNow(state?.resets_at)).toBe(300)
    harness.sandbox.ledger.reset()
    const [{ problems } = { problems: [] }] = [
      ...(await readAll(harness, call, posts)).values(),
    ]
    expect(problems[0]?.error.code).toBe("budget_spent")
    expect(harness.calls()).toEqual({})
  })

  it.each([
    ["credits", { credits: "depleted" }, "payment", "app"],
    ["the usage cap", { usage_capped: true }, "quota", "app"],
  ])("parks the app when %s is used up", async (_name, change, kind, scope) => {
    harness = await startHarness({
      plain: true,
      posts: { twitter: { post: 3 } },
    })
    harness.set(change)
    const { results } = await readWorld()
    for (const { problems } of results.values()) {
      expect(problems[0]?.error).toMatchObject({ kind, scope })
    }
  })

  it.each([
    ["expired_token", "auth", null],
    ["missing_scope", "permission", "tweet.read"],
  ])("knows an account with %s", async (trait, kind, missing_scope) => {
    harness = await startHarness()
    const account = harness.account(trait)
    const posts = harness.posts(account).map((post) => toPlatformPost(post))
    const results = await readAll(harness, harness.call(account), posts)
    for (const { problems } of results.values()) {
      const error = problems[0]?.error
      expect(error).toMatchObject({ kind, scope: "account", missing_scope })
      expect(JSON.stringify(error)).not.toContain(account.access_token)
    }
  })
})
