import { CALLBACK, LoginProbe, META_APP } from "./login-probe"

const HOUR = 3600
const DAY = 24 * HOUR

describe("Facebook token exchange", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  const exchange = async (change: Record<string, string> = {}) =>
    login.facebookExchange({
      code: await login.facebookCode(),
      redirect_uri: CALLBACK,
      ...change,
    })

  it("a code becomes a token of some hours", async () => {
    const { status, body } = await exchange()
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^EAA\w{100,}$/),
      token_type: "bearer",
      expires_in: 2 * HOUR,
    })
    const me = await login.graph("/me?fields=id,name", body.access_token)
    expect(me.body.name).toBe("Mara Lindner")
    await login.advance(2 * HOUR)
    const late = await login.graph("/me", body.access_token)
    expect(late.error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it.each([
    [{ client_id: "" }, 101, undefined],
    [{ client_id: "200000000000002" }, 101, undefined],
    [{ client_secret: "wrong" }, 1, undefined],
    [{ redirect_uri: "" }, 191, undefined],
    [{ redirect_uri: `${CALLBACK}&` }, 100, 36008],
    [{ redirect_uri: CALLBACK.toUpperCase() }, 100, 36008],
    [{ code: "AQunknown" }, 100, undefined],
    [{ grant_type: "password" }, 100, undefined],
  ])("%o: code %d", async (change, code, subcode) => {
    const { status, error, headers } = await exchange(change)
    expect(status).toBe(400)
    expect(error.code).toBe(code)
    expect(error.error_subcode).toBe(subcode)
    expect(headers.get("www-authenticate")).toContain(
      subcode ? "invalid_code" : "invalid_request"
    )
  })

  it("a refused exchange leaves the code as it was; a good one uses it up", async () => {
    const code = await login.facebookCode()
    await login.facebookExchange({
      code,
      redirect_uri: "https://other.example",
    })
    const first = await login.facebookExchange({ code, redirect_uri: CALLBACK })
    expect(first.status).toBe(200)
    const { error } = await login.facebookExchange({
      code,
      redirect_uri: CALLBACK,
    })
    expect(error).toMatchObject({
      code: 100,
      error_subcode: 36009,
      message: "This authorization code has been used.",
    })
  })

  it("a code gets old, and a code of the other app is unknown", async () => {
    const redirect_uri = CALLBACK
    const code = await login.facebookCode()
    await login.advance(10 * 60)
    const late = await login.facebookExchange({ code, redirect_uri })
    expect(late.error.error_subcode).toBe(36007)
    const foreign = await login.instagramCode()
    const other = await login.facebookExchange({ code: foreign, redirect_uri })
    expect(other.error.message).toBe("Invalid verification code format.")
  })

  it("an unknown version answers as everywhere", async () => {
    const query = new URLSearchParams({ ...META_APP, code: "x" })
    const path = `/v20.0/oauth/access_token?${query}`
    const { error } = await login.probe.get("graph.facebook.com", path)
    expect(error.code).toBe(2500)
  })

  it("a short token becomes a long one, another string each time", async () => {
    const short = await login.facebookToken()
    const a = await login.lengthen(short)
    const b = await login.lengthen(short)
    expect(a.body).toMatchObject({ token_type: "bearer", expires_in: 5183944 })
    expect(
      new Set([short, a.body.access_token, b.body.access_token]).size
    ).toBe(3)
    await login.advance(59 * DAY)
    const alive = await login.graph("/me", a.body.access_token)
    expect(alive.status).toBe(200)
    await login.advance(DAY)
    const dead = await login.graph("/me", a.body.access_token)
    expect(dead.error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it("an expired token is refused, and exchanging a long one gains nothing", async () => {
    const short = await login.facebookToken()
    const { body } = await login.lengthen(short)
    await login.advance(10 * DAY)
    const late = await login.lengthen(short)
    expect(late.error).toMatchObject({ code: 190, error_subcode: 463 })
    const again = await login.lengthen(body.access_token)
    expect(again.body.access_token).not.toBe(body.access_token)
    expect(again.body.expires_in).toBeLessThanOrEqual(5183944 - 10 * DAY)
  })

  it.each([
    ["no token", "", 104],
    ["nonsense", "EAAnonsense", 190],
    ["the app's token", `${META_APP.client_id}|${META_APP.client_secret}`, 100],
  ])("%s cannot be exchanged: %d", async (_name, token, code) => {
    const { error } = await login.lengthen(token)
    expect(error.code).toBe(code)
  })

  it("debug_token tells the truth of a login's tokens", async () => {
    const short = await login.facebookToken()
    const { body } = await login.lengthen(short)
    const now = Date.parse("2026-11-20T12:00:00Z") / 1000
    const facts = await login.debug(body.access_token)
    expect(facts).toMatchObject({
      app_id: META_APP.client_id,
      type: "USER",
      is_valid: true,
    })
    expect(facts.expires_at).toBeCloseTo(now + 5183944, -2)
    expect(facts.data_access_expires_at).toBeCloseTo(now + 90 * DAY, -2)
    expect((await login.debug(short)).expires_at).toBeCloseTo(now + 7200, -2)
    const kontor = login.probe.account("instagram", { login: "facebook" })
    expect(facts.granular_scopes).toContainEqual({
      scope: "instagram_basic",
      target_ids: [kontor.external_id],
    })
  })

  it("keeps credentials out of the ledger", async () => {
    const { body } = await exchange()
    await login.lengthen(body.access_token)
    const ledger = await login.probe.control("GET", "/ledger?entries=1")
    expect(ledger.body.platforms.facebook.endpoints).toMatchObject({
      "GET /oauth/access_token": 2,
    })
    const text = JSON.stringify(ledger.body)
    expect(text).not.toContain(META_APP.client_secret)
    expect(text).not.toContain(body.access_token)
  })
})
