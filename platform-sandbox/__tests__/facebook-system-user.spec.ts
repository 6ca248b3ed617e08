import { CALLBACK, LoginProbe } from "./login-probe"

const CONFIG = { config_id: "300000000000004" }

describe("Facebook login for a business system user", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  it("gives a token without end, of the business and not of the person", async () => {
    const code = await login.facebookCode({ scopes: [] }, CONFIG)
    const exchange = { code, redirect_uri: CALLBACK }
    const { body } = await login.facebookExchange(exchange)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^EAA/),
      token_type: "bearer",
    })
    expect(await login.debug(body.access_token)).toMatchObject({
      type: "SYSTEM_USER",
      expires_at: 0,
      data_access_expires_at: 0,
      scopes: expect.arrayContaining(["business_management", "read_insights"]),
    })
    const path = "/me?fields=name,client_business_id"
    const me = await login.graph(path, body.access_token)
    expect(me.body).toMatchObject({
      name: "Sandbox system user",
      client_business_id: expect.stringMatching(/^\d+$/),
    })
  })

  it("lists the Pages with tokens that outlive the person's password", async () => {
    const token = await login.facebookToken({}, CONFIG)
    const person = await login.facebookToken()
    const { body: me } = await login.graph("/me", person)
    const { body } = await login.graph("/me/accounts", token)
    expect(body.data).toHaveLength(3)
    const [{ access_token }] = body.data
    await login.advance(400 * 86_400)
    await login.set({
      platform: "facebook",
      person: me.id,
      token: "password_changed",
    })
    for (const alive of [token, access_token]) {
      expect((await login.graph("/me", alive)).status).toBe(200)
    }
    const { error } = await login.lengthen(token)
    expect(error.code).toBe(100)
  })

  it("can be set to end after 60 days, and its Pages' tokens with it", async () => {
    const token = await login.facebookToken(
      {},
      { config_id: "300000000000005" }
    )
    const { type, issued_at, expires_at } = await login.debug(token)
    expect(type).toBe("SYSTEM_USER")
    expect(expires_at - issued_at).toBe(60 * 86_400)
    const { body } = await login.graph("/me/accounts", token)
    const page = await login.debug(body.data[0].access_token)
    expect(page).toMatchObject({ type: "PAGE", expires_at })
  })

  it("ends when the business removes the app", async () => {
    const token = await login.facebookToken({}, CONFIG)
    const { body } = await login.graph("/me", token)
    await login.set({ platform: "facebook", person: body.id, token: "revoked" })
    const { error } = await login.graph("/me", token)
    expect(error).toMatchObject({ code: 190, error_subcode: 458 })
  })

  it.each(["Jonas", "Lea"])(
    "needs a portfolio: %s has none",
    async (person) => {
      const path = login.facebookDialog(CONFIG)
      const host = "www.facebook.com"
      const { status, text } = await login.consent(host, path, { person })
      expect(status).toBe(200)
      expect(text).toMatch(/role="alert">[^<]*no business portfolio/)
    }
  )
})
