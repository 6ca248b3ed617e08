import { IGH } from "./helpers"
import { LoginProbe } from "./login-probe"

const HOUR = 3600
const DAY = 24 * HOUR

describe("Instagram tokens", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  const dashboard = () =>
    login.probe.account("instagram", { login: "instagram" })

  const long = async (): Promise<string> => {
    const { body } = await login.lengthenInstagram(await login.instagramToken())
    return body.access_token
  }

  it("a short token becomes a long one", async () => {
    const short = await login.instagramToken()
    const { status, body } = await login.lengthenInstagram(short)
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^IGAA/),
      token_type: "bearer",
      expires_in: 5183944,
    })
    await login.advance(59 * DAY)
    const me = await login.igGraph("/me?fields=username", body.access_token)
    expect(me.body.username).toBe(dashboard().username)
  })

  it.each([
    [{ client_secret: "sandbox-app-secret" }, 1],
    [{ grant_type: "fb_exchange_token" }, 100],
    [{ access_token: "" }, 104],
    [{ access_token: "IGQnonsense" }, 190],
  ])("exchange with %o: %d", async (change, code) => {
    const short = await login.instagramToken()
    const { status, error } = await login.lengthenInstagram(short, change)
    expect(status).toBe(400)
    expect(error.code).toBe(code)
  })

  it("a token that is long already has no session key", async () => {
    for (const token of [dashboard().access_token, await long()]) {
      const { status, error } = await login.lengthenInstagram(token)
      expect(status).toBe(400)
      expect(error.message).toMatch(/^Session key invalid/)
    }
  })

  it("an expired short token is lost", async () => {
    const short = await login.instagramToken()
    await login.advance(HOUR)
    const { error } = await login.lengthenInstagram(short)
    expect(error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it("refresh needs a day, gives a new string, and leaves the old one alone", async () => {
    const old = await long()
    await login.advance(DAY - 60)
    const early = await login.refreshInstagram(old)
    expect(early.status).toBe(400)
    expect(early.error.code).not.toBe(190)

    await login.advance(60)
    const { body } = await login.refreshInstagram(old)
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 5183944 })
    expect(body.access_token).not.toBe(old)
    expect((await login.igGraph("/me", old)).status).toBe(200)

    await login.advance(59 * DAY)
    const ended = await login.igGraph("/me", old)
    expect(ended.error).toMatchObject({ code: 190, error_subcode: 463 })
    expect((await login.igGraph("/me", body.access_token)).status).toBe(200)
  })

  it("a dashboard token can be refreshed, a short one cannot", async () => {
    const good = await login.refreshInstagram(dashboard().access_token)
    expect(good.status).toBe(200)
    const short = await login.refreshInstagram(await login.instagramToken())
    expect(short.status).toBe(400)
  })

  it("sixty days without a refresh are the end", async () => {
    const token = await long()
    await login.advance(60 * DAY)
    const { error } = await login.refreshInstagram(token)
    expect(error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it.each([
    ["account", "revoked", 458],
    ["person", "password_changed", 460],
    ["account", "expired", 463],
  ])("%s %s: %d on every token", async (kind, state, subcode) => {
    const tokens = [await login.instagramToken(), await long()]
    const change = { [kind]: dashboard().external_id, token: state }
    await login.set({ platform: "instagram", ...change })
    for (const token of tokens) {
      const { error } = await login.igGraph("/me", token)
      expect(error).toMatchObject({ code: 190, error_subcode: subcode })
      const refresh = await login.refreshInstagram(token)
      expect(refresh.error.error_subcode).toBe(subcode)
    }
    const again = await login.instagramToken()
    expect((await login.igGraph("/me", again)).status).toBe(200)
  })

  it("a revoked token names the Instagram app", async () => {
    const token = await long()
    const change = { account: dashboard().external_id, token: "revoked" }
    await login.set({ platform: "instagram", ...change })
    const { error } = await login.igGraph("/me", token)
    expect(error.message).toContain("200000000000002")
  })

  it("the token counts as a parameter of GET only", async () => {
    const token = await long()
    await login.advance(2 * DAY)
    const path = "/refresh_access_token?grant_type=ig_refresh_token"
    const header = await login.probe.get(IGH, path, token)
    expect(header.status).toBe(400)
    const post = await login.send(IGH, `${path}&access_token=${token}`, {})
    expect(post.status).toBe(400)
    expect(post.text).toContain("Unsupported request - method type: post")
    const versioned = await login.probe.get(
      IGH,
      `/v26.0${path}&access_token=${token}`
    )
    expect(versioned.status).toBe(400)
  })
})
