import { Client } from "./client"

describe("tokens, limits and money", () => {
  let x: Client
  beforeEach(() => {
    x = new Client()
  })

  it("refuses missing, unknown, expired and revoked tokens", () => {
    const expired = x.account("expired_token").access_token
    for (const token of [null, "nobody", expired]) {
      const answer = x.ask("/2/users/me", {}, token)
      expect(answer.status).toBe(401)
      expect(answer.headers).toHaveProperty("x-rate-limit-reset")
    }
    const account = x.account().external_id
    expect(x.platform.set({ account, token: "revoked" })).toBe(true)
    expect(x.ask("/2/users/me").status).toBe(401)
    x.platform.set({ account, token: "valid" })
    expect(x.ask("/2/users/me").status).toBe(200)
  })

  it("refuses a token without tweet.read", () => {
    const { access_token } = x.account("missing_scope")
    const answer = x.ask("/2/tweets", { ids: "1" }, access_token)
    expect(answer.status).toBe(403)
    expect(answer.body.type).toBe("about:blank")
  })

  it("tells users from apps", () => {
    const token = x.account("app_bearer").access_token
    for (const path of ["/2/users/me", "/2/tweets/analytics"]) {
      const { status, body } = x.ask(path, {}, token)
      expect([status, body.type]).toEqual([
        403,
        "https://api.x.com/2/problems/unsupported-authentication",
      ])
    }
    expect(x.ask("/2/usage/tweets").status).toBe(403)
    const usage = x.ask("/2/usage/tweets", {}, token).body.data
    expect(typeof usage.project_usage).toBe("string")
  })

  it("describes users in both vocabularies", () => {
    const query = { "user.fields": "public_metrics" }
    const { data } = x.ask("/2/users/me", query).body
    expect(data.id).toBe(x.account().external_id)
    expect(data.public_metrics).toHaveProperty("tweet_count")
    x.platform.set({ vocabulary: "new" })
    const ids = `${data.id},5`
    const { body } = x.ask("/2/users", { ids, ...query })
    expect(body.data[0].public_metrics).toHaveProperty("post_count")
    expect(body.errors?.[0]).toMatchObject({ resource_type: "user" })
  })

  it("counts per user and per app, with epoch seconds", () => {
    const query = { ids: "1" }
    const { headers } = x.ask("/2/tweets", query)
    expect(headers).toMatchObject({
      "x-rate-limit-limit": "5000",
      "x-rate-limit-remaining": "4999",
      "x-rate-limit-reset": String(x.time / 1000 + 900),
    })
    const token = x.account("app_bearer").access_token
    const app = x.ask("/2/tweets", query, token).headers
    expect(app).toMatchObject({
      "x-rate-limit-limit": "3500",
      "x-rate-limit-remaining": "3499",
    })
  })

  it("answers 429 in three envelopes until the window ends", () => {
    const account = x.account().external_id
    const endpoint = "GET /2/tweets"
    const rate = { remaining: 1, reset_in_seconds: 60, endpoint }
    expect(x.platform.set({ account, rate })).toBe(true)
    const ask = () => x.ask("/2/tweets", { ids: "1" })
    expect(ask().status).toBe(200)
    const problem = ask()
    expect(problem.status).toBe(429)
    expect(problem.body.type).toMatch(/rate-limit-exceeded$/)
    expect(problem.headers).toMatchObject({
      "x-rate-limit-remaining": "0",
      "x-rate-limit-reset": String(x.time / 1000 + 60),
    })
    x.platform.set({ envelope_429: "C" })
    expect(ask().body).toEqual({
      errors: [{ code: 88, message: "Rate limit exceeded" }],
    })
    x.platform.set({ envelope_429: "empty" })
    expect(ask().body).toBe("")
    expect(x.ask("/2/users/me").status).toBe(200)
    x.time += 60_000
    expect(ask().status).toBe(200)
  })

  it("runs out of requests by itself", () => {
    const statuses = Array.from(
      { length: 76 },
      () => x.ask("/2/users/me").status
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(75)
    expect(statuses[75]).toBe(429)
  })

  it("knows the monthly cap and used-up credits", () => {
    x.platform.set({ usage_capped: true })
    const capped = x.ask("/2/users/me")
    expect(capped.status).toBe(429)
    expect(capped.body).toMatchObject({ period: "Monthly", scope: "Product" })
    x.platform.set({ usage_capped: false })
    x.platform.set({ credits: "depleted" })
    const broke = x.ask("/2/users/me")
    expect(broke.status).toBe(402)
    expect(broke.body.title).toBe("CreditsDepleted")
  })

  it("bills each resource once per UTC day", () => {
    const spend = () => x.platform.truth("spend")?.total_usd
    const ids = x.ids().slice(0, 10).join()
    x.ask("/2/tweets", { ids })
    expect(spend()).toBe(0.05)
    x.ask("/2/tweets", { ids })
    expect(spend()).toBe(0.05)
    x.ask("/2/tweets", { ids, expansions: "author_id" })
    expect(spend()).toBe(0.06)
    x.time += 86_400_000
    x.ask("/2/tweets", { ids })
    expect(spend()).toBe(0.11)
    x.platform.set({ spend: "reset" })
    expect(spend()).toBe(0)
  })

  it("bills owned reads for the owner of the app only", () => {
    const me = x.account().external_id
    const path = `/2/users/${me}/tweets`
    x.ask(path, { max_results: "10" })
    expect(x.platform.truth("spend")?.total_usd).toBe(0.01)
    x.platform.set({ spend: "reset" })
    x.platform.set({ app_owner: null })
    x.ask(path, { max_results: "10" })
    expect(x.platform.truth("spend")?.total_usd).toBe(0.05)
  })

  it("bills counts per request and nothing for missing posts", () => {
    x.ask("/2/tweets/counts/recent", { query: "shop" })
    x.ask("/2/tweets", { ids: x.id("deleted") })
    expect(x.platform.truth("spend")?.total_usd).toBe(0.005)
  })

  it("keeps analytics for enrolled apps", () => {
    const query = {
      ids: `${x.id()},${x.id("foreign")}`,
      start_time: "2026-07-01T00:00:00Z",
      end_time: "2026-11-21T10:00:00Z",
    }
    const refused = x.ask("/2/tweets/analytics", query)
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ reason: "client-not-enrolled" })
    x.platform.set({ analytics: "enterprise" })
    const { data, errors } = x.ask("/2/tweets/analytics", query).body
    const truth = x.platform.truth(x.id()) as any
    expect(data[0].timestamped_metrics[0].metrics.impressions).toBe(
      truth.public_metrics.impression_count
    )
    expect(errors).toHaveLength(1)
    const { end_time, ...open } = query
    expect(x.ask("/2/tweets/analytics", open).status).toBe(400)
  })

  it("knows no other switch", () => {
    expect(x.platform.set({ vocabulary: "klingon" })).toBe(false)
    expect(x.platform.set({ account: "0", token: "expired" })).toBe(false)
    expect(x.platform.set({ platform: "twitter" })).toBe(false)
    expect(x.platform.set({ platform: "twitter", credits: "ok" })).toBe(true)
  })
})
