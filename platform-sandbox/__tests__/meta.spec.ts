import { createHmac } from "node:crypto"
import { FBH, IGH, Probe } from "./helpers"

describe("Graph API, common rules", () => {
  let probe: Probe

  beforeAll(async () => {
    probe = await Probe.start()
  })
  beforeEach(() => probe.reset())
  afterAll(() => probe.close())

  const page = () => probe.account("facebook")
  const igh = () => probe.account("instagram", { login: "instagram" })
  const fbh = () => probe.account("instagram", { login: "facebook" })

  it("no token on /me: 2500", async () => {
    const { status, error } = await probe.get(FBH, "/v26.0/me")
    expect(status).toBe(400)
    expect(error).toMatchObject({
      code: 2500,
      message:
        "An active access token must be used to query information about the current user.",
    })
  })

  it("no token on an id: 104", async () => {
    const { error } = await probe.get(FBH, `/v26.0/${page().external_id}`)
    expect(error.code).toBe(104)
  })

  it.each(["v21.0", "v27.0"])("unknown version %s: 2500", async (version) => {
    const { status, error } = await probe.get(
      FBH,
      `/${version}/me`,
      page().access_token
    )
    expect(status).toBe(400)
    expect(error).toMatchObject({
      code: 2500,
      message: "Unknown path components: /me",
    })
  })

  it("a token of the other family cannot be parsed", async () => {
    const message = "Invalid OAuth access token - Cannot parse access token"
    const a = await probe.get(FBH, "/v26.0/me", igh().access_token)
    const b = await probe.get(IGH, "/v26.0/me", fbh().access_token)
    expect(a.error).toMatchObject({ code: 190, message })
    expect(b.error).toMatchObject({ code: 190, message })
    expect(a.headers.get("www-authenticate")).toContain("invalid_token")
  })

  it.each([
    ["instagram", "expired_token", 463],
    ["instagram", "revoked_token", 458],
    ["instagram", "password_changed", 460],
    ["facebook", "revoked_token", 458],
    ["facebook", "password_changed", 460],
    ["facebook", "role_lost", 492],
  ] as const)("%s %s: 190/%d", async (platform, trait, subcode) => {
    const account = probe.account(platform, { trait })
    const host = platform === "facebook" ? FBH : IGH
    const reply = await probe.get(host, "/v26.0/me", account.access_token)
    expect(reply.status).toBe(400)
    expect(reply.error).toMatchObject({ code: 190, error_subcode: subcode })
  })

  it("tokens die by the clock, Page tokens do not", async () => {
    await probe.control("POST", "/clock", { advance_seconds: 59 * 86_400 })
    const a = await probe.get(IGH, "/v26.0/me", igh().access_token)
    expect(a.error).toMatchObject({ code: 190, error_subcode: 463 })
    expect(a.error.message).toMatch(/Session has expired on \w+day, \d\d-/)
    const b = await probe.get(FBH, "/v26.0/me", page().access_token)
    expect(b.status).toBe(200)
  })

  it("token states can be switched", async () => {
    await probe.set({ account: igh().external_id, token: "revoked" })
    const a = await probe.get(IGH, "/v26.0/me", igh().access_token)
    expect(a.error.error_subcode).toBe(458)
    await probe.set({ account: igh().external_id, token: "valid" })
    const b = await probe.get(IGH, "/v26.0/me", igh().access_token)
    expect(b.status).toBe(200)
  })

  it("unknown field, both dialects", async () => {
    const a = await probe.get(FBH, "/v26.0/me?fields=x", page().access_token)
    expect(a.error).toMatchObject({
      code: 100,
      type: "OAuthException",
      message:
        "(#100) Tried accessing nonexisting field (x) on node type (Page)",
    })
    const b = await probe.get(IGH, "/v26.0/me?fields=x", igh().access_token)
    expect(b.error).toMatchObject({
      code: 100,
      type: "IGApiException",
      message: "Tried accessing nonexisting field (x)",
    })
  })

  it("unknown id: 100/33, unknown alias: 803", async () => {
    const token = page().access_token
    const a = await probe.get(FBH, "/v26.0/123456789012345", token)
    expect(a.status).toBe(400)
    expect(a.error).toMatchObject({
      code: 100,
      error_subcode: 33,
      type: "GraphMethodException",
    })
    const b = await probe.get(FBH, "/v26.0/some.shop", token)
    expect(b.error.code).toBe(803)
  })

  it("ids= refuses 51 ids and one bad member", async () => {
    const token = igh().access_token
    const ids = Array.from({ length: 51 }, (_, i) => 100 + i).join()
    const many = await probe.get(IGH, `/v26.0/?ids=${ids}&fields=id`, token)
    expect(many.error).toMatchObject({
      code: 100,
      message: "Too many IDs. Maximum: 50. Provided: 51.",
    })
    const good = probe.post(igh(), { product: "REELS" })
    const bad = `/v26.0/?ids=${good},17900000000000000&fields=id`
    expect((await probe.get(IGH, bad, token)).error.error_subcode).toBe(33)
    const one = await probe.get(IGH, `/?ids=${good}&fields=id`, token)
    expect(one.body).toEqual({ [good]: { id: good } })
  })

  it("syntax errors in fields", async () => {
    const token = page().access_token
    for (const fields of ["id,", "a{b", "x.limit(1", "id,id", "a}b"]) {
      const path = `/v26.0/me?fields=${encodeURIComponent(fields)}`
      expect((await probe.get(FBH, path, token)).error.code).toBe(2500)
    }
  })

  const post = (fields: Record<string, string>, token?: string, host = FBH) =>
    probe.get(host, "/v26.0/", token, {
      method: "POST",
      body: new URLSearchParams(fields),
    })
  const items = (n: number, url = "v26.0/me?fields=id") =>
    JSON.stringify(
      Array.from({ length: n }, () => ({ method: "GET", relative_url: url }))
    )

  it("batch answers item by item, a failed item alone", async () => {
    const { access_token, external_id } = page()
    const batch = JSON.stringify([
      { method: "GET", relative_url: "v26.0/1" },
      { method: "GET", relative_url: `v26.0/${external_id}?fields=id` },
    ])
    const { status, body } = await post({ batch }, access_token)
    expect(status).toBe(200)
    expect(body[0].code).toBe(400)
    expect(JSON.parse(body[0].body).error.error_subcode).toBe(33)
    expect(JSON.parse(body[1].body)).toEqual({ id: external_id })
    const names = body[1].headers.map((header: { name: string }) => header.name)
    expect(names).toContain("Content-Type")
    const ledger = await probe.control("GET", "/ledger")
    expect(ledger.body.platforms.facebook.quota_calls).toBe(2)
  })

  it("batch refuses 51 items and a missing top-level token", async () => {
    const token = page().access_token
    expect((await post({ batch: items(51) }, token)).status).toBe(400)
    const own = JSON.stringify([
      { method: "GET", relative_url: "me", access_token: token },
    ])
    const reply = await post({ batch: own })
    expect(reply.status).toBe(400)
    expect(reply.error.code).toBe(104)
  })

  it("batch is not for Instagram tokens", async () => {
    const token = igh().access_token
    const a = await post({ batch: items(1) }, token, IGH)
    expect(a.status).toBe(400)
    const challenge = a.headers.get("www-authenticate")
    expect(challenge).toContain('"access_denied" "Cannot call API for app')
    const b = await post({ batch: items(1) }, token, FBH)
    expect(b.error.code).toBe(190)
  })

  it("batch item that timed out is null", async () => {
    const id = probe.post(page())
    await probe.set({ post: id, times_out: true })
    const batch = items(1, `v26.0/${id}?fields=id`)
    const { body } = await post({ batch }, page().access_token)
    expect(body).toEqual([null])
  })

  it.each([
    ["instagram", 80002, "x-business-use-case-usage"],
    ["facebook", 80001, "x-business-use-case-usage"],
  ] as const)("throttle of %s: %d", async (platform, code, name) => {
    const account = platform === "facebook" ? page() : fbh()
    const read = () => probe.get(FBH, path, account.access_token)
    const path = `/v26.0/${account.external_id}?fields=id`
    await probe.set({ account: account.external_id, usage: 97 })
    const near = await read()
    expect(near.status).toBe(200)
    const usage = JSON.parse(near.headers.get(name) ?? "")
    expect(Object.keys(usage)).toHaveLength(platform === "facebook" ? 1 : 2)
    expect(usage[account.external_id][0]).toMatchObject({
      call_count: 97,
      estimated_time_to_regain_access: 0,
    })

    const full = { account: account.external_id, usage: 100, regain_minutes: 5 }
    await probe.set(full)
    const minutes = async () => {
      const reply = await read()
      expect(reply.status).toBe(400)
      expect(reply.error.code).toBe(code)
      const entry = JSON.parse(reply.headers.get(name) ?? "")
      return entry[account.external_id][0].estimated_time_to_regain_access
    }
    const first = await minutes()
    expect(first).toBeGreaterThanOrEqual(5)
    // Calling on prolongs the block.
    expect(await minutes()).toBeGreaterThan(first)
    await probe.control("POST", "/clock", { advance_seconds: 3600 })
    expect((await read()).status).toBe(200)
  })

  it("the whole app is throttled with code 4, a user with 17", async () => {
    await probe.set({ account: fbh().external_id, user_usage: 100 })
    const user = await probe.get(FBH, "/v26.0/me", fbh().access_token)
    expect(user.error.code).toBe(17)
    expect(user.headers.get("x-app-usage")).toContain('"call_count":100')
    await probe.set({ app_usage: 100 })
    const app = await probe.get(IGH, "/v26.0/me", igh().access_token)
    expect(app.error.code).toBe(4)
  })

  it("throttle disguise: 100/33 on an existing object", async () => {
    const id = probe.post(igh())
    const path = `/v26.0/${id}?fields=id`
    await probe.set({ post: id, throttle_disguise: 1 })
    const a = await probe.get(IGH, path, igh().access_token)
    expect(a.error).toMatchObject({ code: 100, error_subcode: 33 })
    const b = await probe.get(IGH, path, igh().access_token)
    expect(b.status).toBe(200)
  })

  it("appsecret_proof missing, wrong, right", async () => {
    const token = page().access_token
    await probe.set({ app_secret: "s3cret" })
    const a = await probe.get(FBH, "/v26.0/me", token)
    expect(a.error.message).toMatch(/require an appsecret_proof/)
    const b = await probe.get(FBH, "/v26.0/me?appsecret_proof=0", token)
    expect(b.error.message).toMatch(/^Invalid appsecret_proof/)
    const proof = createHmac("sha256", "s3cret").update(token).digest("hex")
    const c = await probe.get(FBH, `/v26.0/me?appsecret_proof=${proof}`, token)
    expect(c.status).toBe(200)
    const d = await probe.get(IGH, "/v26.0/me", igh().access_token)
    expect(d.status).toBe(200)
  })

  it("debug_token: 200 for a dead input token, error for a bad caller", async () => {
    const dead = probe.account("facebook", { trait: "password_changed" })
    const path = `/v26.0/debug_token?input_token=${dead.access_token}`
    const caller = "100000000000001|sandbox-app-secret"
    const a = await probe.get(FBH, path, caller)
    expect(a.status).toBe(200)
    expect(a.body.data).toMatchObject({
      is_valid: false,
      type: "PAGE",
      expires_at: 0,
      error: { code: 190, subcode: 460 },
    })
    const b = await probe.get(FBH, path, "EAAnonsense")
    expect(b.error.code).toBe(190)
  })

  it("paging: next carries the token, the last page only a cursor", async () => {
    const { external_id, access_token } = igh()
    let url = `${probe.sandbox.url}/${IGH}/v26.0/${external_id}/media?limit=20&access_token=${access_token}`
    const ids: string[] = []
    for (let pages = 0; url && pages < 10; pages++) {
      const body = (await (await fetch(url)).json()) as {
        data: { id: string }[]
        paging: { next?: string; cursors: { after: string } }
      }
      ids.push(...body.data.map(({ id }) => id))
      expect(body.paging.cursors.after).toBeTruthy()
      url = body.paging.next ?? ""
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(52)
  })

  it("odd lists: an empty page with next, an item on two pages", async () => {
    const { external_id, access_token } = igh()
    const path = `/v26.0/${external_id}/media?limit=2`
    await probe.set({ account: external_id, list: "empty_page" })
    const empty = await probe.get(IGH, path, access_token)
    expect(empty.body.data).toEqual([])
    expect(empty.body.paging.next).toBeTruthy()

    await probe.set({ account: external_id, list: "overlap" })
    const first = await probe.get(IGH, path, access_token)
    const after = first.body.paging.cursors.after
    const second = await probe.get(IGH, `${path}&after=${after}`, access_token)
    expect(second.body.data[0]).toEqual(first.body.data[1])
  })

  it("localised messages keep code and subcode", async () => {
    await probe.set({ localised: true })
    const id = probe.post(igh(), { trait: "pre_conversion" })
    const path = `/v26.0/${id}/insights?metric=reach`
    const { error } = await probe.get(IGH, path, igh().access_token)
    expect(error).toMatchObject({
      code: 100,
      error_subcode: 2108006,
      message: "Paramètre non valide",
    })
  })

  it("an oversized request is 500 code 1, half of it succeeds", async () => {
    const { external_id, access_token } = page()
    await probe.set({ account: external_id, heavy: 150 })
    const fields =
      "id,comments.limit(0).summary(true),reactions.limit(0).summary(true)"
    const path = `/v26.0/${external_id}/published_posts?fields=${fields}`
    const big = await probe.get(FBH, `${path}&limit=100`, access_token)
    expect(big.status).toBe(500)
    expect(big.error.message).toMatch(/^Please reduce the amount of data/)
    const half = await probe.get(FBH, `${path}&limit=50`, access_token)
    expect(half.status).toBe(200)
  })
})
