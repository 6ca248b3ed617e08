import { Client, enc, list } from "./client"

describe("headers, versions and encoding", () => {
  let li: Client
  let post: string
  beforeEach(() => {
    li = new Client()
    post = `/rest/posts/${enc(li.urn())}`
  })

  it("answers a right request", () => {
    const answer = li.ask(post)
    expect(answer.status).toBe(200)
    expect(answer.endpoint).toBe("GET /rest/posts/{urn}")
    expect(answer.headers).toBeUndefined()
  })

  it("refuses missing, unknown, revoked and expired tokens", () => {
    expect(li.ask(post, undefined, {}, null).body).toEqual({
      message: "Empty oauth2_access_token",
      serviceErrorCode: 401,
      status: 401,
    })
    expect(li.ask(post, undefined, {}, "nobody").status).toBe(401)
    expect(li.as("revoked_token", post).body).toMatchObject({
      status: 401,
      serviceErrorCode: 65601,
      code: "REVOKED_ACCESS_TOKEN",
    })
    const account = li.account().external_id
    expect(li.platform.set({ account, token: "expired" })).toBe(true)
    expect(li.ask(post).body.serviceErrorCode).toBe(65602)
  })

  it("needs a version", () => {
    const answer = li.ask(post, undefined, { "linkedin-version": undefined })
    expect(answer.status).toBe(400)
  })

  it.each([
    ["202512", true],
    ["202601", true],
    ["202610", true],
    ["202511", false],
    ["202504", false],
    ["202611", false],
    ["202613", false],
    ["2026-10", false],
  ])("version %s in November 2026: %s", (version, active) => {
    const answer = li.ask(post, undefined, { "linkedin-version": version })
    expect(answer.status).toBe(active ? 200 : 426)
    if (!active) {
      expect(answer.body).toEqual({
        status: 426,
        code: "NONEXISTENT_VERSION",
        message: `Requested version ${version}01 is not active`,
      })
    }
  })

  it("shuts versions off on their day, weekends excepted", () => {
    const status = () =>
      li.ask(post, undefined, { "linkedin-version": "202511" }).status
    li.time = Date.parse("2026-11-15T23:00:00Z")
    expect(status()).toBe(200)
    li.time = Date.parse("2026-11-16T00:00:00Z")
    expect(status()).toBe(426)
    li.platform.set({ versions: ["202511"] })
    expect(status()).toBe(200)
  })

  it.each([
    ["protocol 2.0.0 missing", { "x-restli-protocol-version": undefined }],
    ["protocol 1.0.0", { "x-restli-protocol-version": "1.0.0" }],
    ["a version header sent twice", { "linkedin-version": "202610, 202610" }],
    ["a finder's header on a plain GET", { "x-restli-method": "FINDER" }],
  ])("refuses %s with 400", (_name, headers) => {
    expect(li.ask(post, undefined, headers).status).toBe(400)
  })

  it("takes List() for an unknown parameter without protocol 2.0.0", () => {
    const headers = { "x-restli-protocol-version": undefined }
    const target = `/rest/posts?ids=${list([li.urn()])}`
    const answer = li.ask(target, "BATCH_GET", headers)
    expect(answer.body).toMatchObject({
      status: 400,
      code: "QUERY_PARAM_NOT_ALLOWED",
    })
  })

  it("wants finders and batches named in the header", () => {
    const finder = `/rest/posts?q=author&author=${li.page}`
    const batch = `/rest/posts?ids=${list([li.urn()])}`
    expect(li.ask(finder).status).toBe(400)
    expect(li.ask(batch).status).toBe(400)
    expect(li.ask(batch, "FINDER").status).toBe(400)
    expect(li.ask(finder, "FINDER").status).toBe(200)
    expect(li.ask(batch, "BATCH_GET").status).toBe(200)
  })

  it.each([
    ["a raw colon", (urn: string) => `ids=List(${urn})`, 400],
    ["double encoding", (urn: string) => `ids=List(${enc(enc(urn))})`, 400],
    ["an encoded List(", (urn: string) => `ids=List%28${enc(urn)}%29`, 400],
    [
      "an encoded comma between items",
      (urn: string) => `ids=List(${enc(urn)}%2C${enc(urn)})`,
      400,
    ],
    ["an open parenthesis", (urn: string) => `ids=List(${enc(urn)}`, 400],
    ["ids[]", (urn: string) => `ids[]=${enc(urn)}`, 400],
    ["encoded ids[]", (urn: string) => `ids%5B%5D=${enc(urn)}`, 400],
    ["ids[0]", (urn: string) => `ids[0]=${enc(urn)}`, 403],
    ["encoded ids[0]", (urn: string) => `ids%5B0%5D=${enc(urn)}`, 403],
    ["a repeated parameter", (urn: string) => `ids=${enc(urn)}&ids=x`, 400],
    ["a single value", (urn: string) => `ids=${enc(urn)}`, 400],
    ["broken percent signs", () => "ids=List(%E0%A4%A)", 400],
    ["an unknown parameter", (urn: string) => `ids=${list([urn])}&a=1`, 400],
    ["a URN of another type", () => "ids=List(urn%3Ali%3Aperson%3A1)", 400],
  ])("refuses %s", (_name, query, status) => {
    const answer = li.ask(`/rest/posts?${query(li.urn())}`, "BATCH_GET")
    expect(answer.status).toBe(status)
    if (status === 403) {
      expect(answer.body.message).toBe(
        "Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/ids[0]]"
      )
    }
  })

  it("refuses raw colons in the path", () => {
    expect(li.ask(`/rest/posts/${li.urn()}`).status).toBe(400)
    expect(li.ask(`/rest/posts/${enc(enc(li.urn()))}`).status).toBe(400)
  })

  it("refuses more than 4,000 characters unless tunnelled", () => {
    const urns = Array.from({ length: 120 }, (_, i) => {
      return `urn:li:share:${7_300_000_000_000_000_000n + BigInt(i)}`
    })
    const query = `ids=${list([li.urn(), ...urns])}`
    expect(li.ask(`/rest/posts?${query}`, "BATCH_GET").status).toBe(414)
    const tunnel = (headers: Record<string, string>, target = "/rest/posts") =>
      li.ask(target, "BATCH_GET", headers, li.account().access_token, {
        method: "POST",
        body: query,
      })
    const form = "application/x-www-form-urlencoded"
    const override = { "x-http-method-override": "GET" }
    const good = tunnel({ ...override, "content-type": form })
    expect(good.status).toBe(200)
    expect(good.endpoint).toBe("GET /rest/posts")
    expect(tunnel({ "content-type": form }).status).toBe(405)
    const json = { ...override, "content-type": "application/json" }
    expect(tunnel(json).status).toBe(400)
    const both = { ...override, "content-type": form }
    expect(tunnel(both, "/rest/posts?q=author").status).toBe(400)
  })

  it("knows nothing on the website and on other paths", () => {
    const token = li.account().access_token
    const host = "www.linkedin.com"
    expect(li.ask(post, undefined, {}, token, { host }).status).toBe(404)
    expect(li.ask("/rest/shares").status).toBe(404)
  })

  it("counts calls per day in the Development tier", () => {
    li.platform.set({ tier: "development" })
    const statuses = Array.from({ length: 101 }, () => li.ask(post).status)
    expect(statuses.lastIndexOf(200)).toBe(99)
    const refused = li.ask(post)
    expect(refused.body.code).toBe("TOO_MANY_REQUESTS")
    expect(refused.headers?.["retry-after"]).toBeUndefined()
    expect(li.as("member", "/rest/me").status).toBe(200)
    li.time = Date.parse("2026-11-22T00:00:00Z")
    expect(li.ask(post).status).toBe(200)
  })

  it("has a daily limit for the app and for a member", () => {
    li.platform.set({ daily_limit: 2 })
    const ask = () => li.as("member", "/rest/me").status
    expect([ask(), ask(), ask()]).toEqual([200, 200, 429])
    li.platform.set({ daily_limit: null })
    const account = li.account("member").external_id
    li.platform.set({ account, daily_limit: 3 })
    expect([ask(), ask()]).toEqual([200, 429])
  })

  it("refuses batches in the Development tier, not List() finders", () => {
    li.platform.set({ tier: "development" })
    const urn = li.urn(undefined, "share")
    for (const path of ["posts", "socialMetadata"]) {
      const target = `/rest/${path}?ids=${list([urn])}`
      const answer = li.ask(target, "BATCH_GET")
      expect([answer.status, answer.body.code]).toEqual([403, "ACCESS_DENIED"])
    }
    const query = `q=organizationalEntity&organizationalEntity=${li.page}`
    const target = `/rest/organizationalEntityShareStatistics?${query}`
    const shares = `shares=${list([urn])}`
    expect(li.ask(`${target}&${shares}`, "FINDER").status).toBe(200)
  })

  it("knows no other switch", () => {
    expect(li.platform.set({ tier: "gold" })).toBe(false)
    expect(li.platform.set({ account: "urn:li:x:1", role: "NONE" })).toBe(false)
    expect(li.platform.set({ post: li.urn() })).toBe(false)
    expect(li.platform.set({ platform: "linkedin", tier: "standard" })).toBe(
      true
    )
  })
})
