import { FBH, IGH, Probe } from "./helpers"

describe("sandbox core", () => {
  let probe: Probe

  beforeAll(async () => {
    probe = await Probe.start()
  })
  beforeEach(() => probe.reset())
  afterAll(() => probe.close())

  const page = () => probe.account("facebook")
  const read = () =>
    probe.get(
      FBH,
      `/v26.0/${page().external_id}?fields=id`,
      page().access_token
    )

  it("books calls per platform, Instagram on graph.facebook.com too", async () => {
    const ig = probe.account("instagram", { login: "facebook" })
    await read()
    await probe.get(FBH, `/v26.0/${ig.external_id}?fields=id`, ig.access_token)
    const { body } = await probe.control("GET", "/ledger")

    expect(body.total).toBe(2)
    expect(body.platforms.facebook).toEqual({
      calls: 1,
      quota_calls: 1,
      errors: 0,
      endpoints: { "GET /{page-id}": 1 },
    })
    expect(body.platforms.instagram.endpoints).toEqual({
      "GET /{ig-user-id}": 1,
    })
  })

  it("lists entries without tokens and resets", async () => {
    const { access_token, external_id } = page()
    await probe.get(FBH, `/v26.0/${external_id}?access_token=${access_token}`)
    const listed = await probe.control("GET", "/ledger?entries=1")
    expect(JSON.stringify(listed.body)).not.toContain(access_token)
    expect(listed.body.entries[0]).toMatchObject({
      platform: "facebook",
      method: "GET",
      status: 200,
      ids: [external_id],
    })
    await probe.control("DELETE", "/ledger")
    expect((await probe.control("GET", "/ledger")).body.total).toBe(0)
  })

  it("injects status, html, empty and patch faults a number of times", async () => {
    await probe.control("POST", "/faults", [
      { kind: "status", status: 503, body: { down: true }, times: 1 },
      { kind: "html", times: 1 },
      { kind: "empty", times: 1 },
      { kind: "patch", body: { name: "other" }, times: 1 },
    ])
    expect(await read()).toMatchObject({ status: 503, body: { down: true } })
    expect((await read()).text).toContain("<!DOCTYPE html>")
    expect((await read()).text).toBe("")
    expect((await read()).body).toEqual({
      id: page().external_id,
      name: "other",
    })
    expect((await read()).body).toEqual({ id: page().external_id })

    const { body } = await probe.control("GET", "/faults")
    const struck = body.faults.map((rule: { struck: number }) => rule.struck)
    expect(struck).toEqual([1, 1, 1, 1])
    const ledger = await probe.control("GET", "/ledger")
    expect(ledger.body.platforms.facebook.calls).toBe(5)
    expect(ledger.body.platforms.facebook.endpoints).toMatchObject({
      "fault: status": 1,
    })
  })

  it("truncates a body", async () => {
    await probe.control("POST", "/faults", { kind: "truncate", times: 1 })
    const reply = await read()
    expect(reply.status).toBe(200)
    expect(reply.text.length).toBeGreaterThan(0)
    expect(reply.body).toBeUndefined()
  })

  it("resets the socket", async () => {
    await probe.control("POST", "/faults", { kind: "reset", times: 1 })
    await expect(read()).rejects.toThrow()
    expect((await read()).status).toBe(200)
  })

  it("hangs until the client gives up", async () => {
    await probe.control("POST", "/faults", { kind: "hang", times: 1 })
    const signal = AbortSignal.timeout(150)
    await expect(
      probe.get(FBH, "/v26.0/me", page().access_token, { signal })
    ).rejects.toThrow()
  })

  it("matches faults by host, path, token and after", async () => {
    await probe.control("POST", "/faults", [
      { kind: "status", status: 500, host: IGH },
      { kind: "status", status: 501, match: "^POST " },
      { kind: "status", status: 502, token: "^IGAA" },
      { kind: "status", status: 504, match: "fields=id$", after: 1, times: 1 },
    ])
    expect((await read()).status).toBe(200)
    expect((await read()).status).toBe(504)
    expect((await read()).status).toBe(200)
  })

  it("delays answers", async () => {
    await probe.control("POST", "/latency", { ms: 60 })
    const before = Date.now()
    await read()
    expect(Date.now() - before).toBeGreaterThanOrEqual(55)
    await probe.control("POST", "/latency", { ms: 0 })
  })

  it("moves the clock, and numbers rise with it", async () => {
    const id = probe.post(probe.account("instagram", { login: "instagram" }), {
      product: "REELS",
    })
    const truth = () =>
      probe.control("GET", `/truth?platform=instagram&id=${id}`)
    const first = (await truth()).body
    await probe.control("POST", "/clock", { advance_seconds: 30 * 86_400 })
    const later = (await truth()).body
    expect(later.views).toBeGreaterThan(first.views)
    expect(later.likes).toBeLessThanOrEqual(later.reach)
    expect(later.reach).toBeLessThanOrEqual(later.views)
  })

  it("builds the same world from the same seed, another from another", async () => {
    const ids = () => probe.posts.map((post) => post.platform_post_id).join()
    const first = ids()
    await probe.reset()
    expect(ids()).toBe(first)
    await probe.control("POST", "/world", { seed: 2 })
    const { body } = await probe.control("GET", "/world")
    expect(body.posts[0].platform_post_id).not.toBe(
      probe.posts[0]?.platform_post_id
    )
  })

  it("builds plain worlds of the wanted size", async () => {
    await probe.control("POST", "/world", {
      plain: true,
      posts: { instagram: { FEED: 50, REELS: 50 }, facebook: { photo: 100 } },
      accounts: { instagram: 2 },
    })
    const { body } = await probe.control("GET", "/world")
    const of = (platform: string) =>
      body.posts.filter(
        (post: { platform: string }) => post.platform === platform
      )
    expect(of("instagram")).toHaveLength(200)
    expect(of("facebook")).toHaveLength(100)
    const special = body.posts.filter(
      (post: { traits: string[] }) => post.traits.length
    )
    expect(special).toEqual([])
  })

  it("answers 404 for unknown routes, ids, changes and hosts", async () => {
    expect((await probe.control("GET", "/nothing")).status).toBe(404)
    const truth = await probe.control("GET", "/truth?platform=instagram&id=1")
    expect(truth.status).toBe(404)
    expect((await probe.set({ nonsense: true })).status).toBe(404)
    expect((await probe.get("graph.example", "/me")).status).toBe(404)
  })

  it("refuses faults that could never strike", async () => {
    const reply = await probe.control("POST", "/faults", { kind: "typo" })
    expect(reply.status).toBe(400)
  })
})
