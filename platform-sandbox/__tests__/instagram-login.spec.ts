import { CALLBACK, INSTAGRAM_APP, INSTAGRAM_SCOPES } from "./login-probe"
import { LoginProbe, META_APP } from "./login-probe"

const HOST = "www.instagram.com"

describe("Instagram login", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  const atelier = () => login.probe.account("instagram", { login: "instagram" })

  it("offers the accounts of this login, a personal one too", async () => {
    const { text } = await login.send(HOST, login.instagramDialog())
    expect(text).toContain("@atelier.shop<small>Business account")
    expect(text).toContain("@personal.shop<small>Personal account")
    expect(text).not.toContain("@kontor.shop")
  })

  it("returns the code with #_ behind it", async () => {
    const url = await login.callback(HOST, login.instagramDialog())
    expect(url.href.startsWith(CALLBACK)).toBe(true)
    expect(url.searchParams.get("code")).toMatch(/^AQ\w+$/)
    expect(url.searchParams.get("state")).toBe("a state & more")
    expect(url.hash).toBe("#_")
  })

  it("Cancel: access_denied", async () => {
    const answer = { decision: "deny" as const }
    const url = await login.callback(HOST, login.instagramDialog(), answer)
    expect(url.search).toContain(
      "error=access_denied&error_reason=user_denied&" +
        "error_description=The+user+denied+your+request"
    )
    expect(url.searchParams.get("state")).toBe("a state & more")
  })

  it.each([
    ["client_id", META_APP.client_id, "Invalid platform app"],
    ["redirect_uri", "shop.example", "Invalid redirect_uri"],
    ["response_type", "token", "Invalid response_type"],
    ["scope", "business_basic", "Invalid scope: business_basic"],
    ["scope", "instagram_business_manage_insights", "Invalid scope"],
  ])("%s %s: a page", async (name, value, text) => {
    const path = login.instagramDialog({ [name]: value })
    const reply = await login.send(HOST, path)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(text)
  })

  it("a code becomes a token of an hour; user_id is a number and not the account", async () => {
    const code = await login.instagramCode()
    const { status, text, body } = await login.instagramExchange({ code })
    expect(status).toBe(200)
    const [item] = body.data
    expect(item.permissions).toBe(INSTAGRAM_SCOPES.join(","))
    expect(item.access_token).toMatch(/^IG(?!AA)/)
    const me = await login.igGraph("/me?fields=id,user_id", item.access_token)
    expect(me.body.user_id).toBe(atelier().external_id)
    expect(text).toContain(`"user_id":${me.body.id},`)

    await login.advance(3600)
    const late = await login.igGraph("/me", item.access_token)
    expect(late.error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it("the answer can be flat, with a list of permissions", async () => {
    await login.set({ platform: "instagram", token_answer: "flat" })
    const code = await login.instagramCode({ scopes: [] })
    const { text, body } = await login.instagramExchange({ code })
    expect(body.permissions).toEqual(["instagram_business_basic"])
    expect(text).toMatch(/"user_id":\d{17},/)
  })

  it.each([
    [{ client_id: META_APP.client_id }, "Invalid platform app"],
    [{ client_secret: "wrong" }, "Error validating client secret."],
    [{ grant_type: "refresh_token" }, "Invalid grant_type"],
    [{ redirect_uri: `${CALLBACK}#_` }, /redirect_uri is identical/],
    [{ code: "AQnone" }, "Matching code was not found or was already used"],
  ])("%o: the envelope of this host", async (change, message) => {
    const code = await login.instagramCode()
    const { status, body } = await login.instagramExchange({ code, ...change })
    expect(status).toBe(400)
    expect(body).toEqual({
      error_type: "OAuthException",
      code: 400,
      error_message: expect.stringMatching(message),
    })
    const good = await login.instagramExchange({ code })
    expect(good.status).toBe(200)
  })

  it("a code is good once, for an hour, and without its #_", async () => {
    const code = await login.instagramCode()
    const tail = await login.instagramExchange({ code: `${code}#_` })
    expect(tail.status).toBe(400)
    expect((await login.instagramExchange({ code })).status).toBe(200)
    expect((await login.instagramExchange({ code })).status).toBe(400)
    const late = await login.instagramCode()
    await login.advance(3600)
    expect((await login.instagramExchange({ code: late })).status).toBe(400)
    const foreign = await login.facebookCode()
    expect((await login.instagramExchange({ code: foreign })).status).toBe(400)
  })

  it("takes a form by POST, nothing else", async () => {
    const code = await login.instagramCode()
    const params = { ...INSTAGRAM_APP, code, redirect_uri: CALLBACK }
    const grant_type = "authorization_code"
    const query = new URLSearchParams({ ...params, grant_type })
    const path = `/oauth/access_token?${query}`
    const get = await login.send("api.instagram.com", path)
    expect(get.status).toBe(400)
    expect(get.text).toContain("Unsupported request - method type: GET")
    const url = `${login.probe.sandbox.url}/api.instagram.com/oauth/access_token`
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...params, grant_type }),
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("Invalid platform app")
  })

  it("a personal account may log in and read itself, and nothing more", async () => {
    const token = await login.instagramToken({ person: "@personal" })
    const path = "/me?fields=user_id,username,account_type"
    const { body } = await login.igGraph(path, token)
    expect(body.account_type).toBe("Personal")
    for (const edge of [
      "media",
      "stories",
      "insights?metric=reach&period=day&metric_type=total_value",
    ]) {
      const { status, error } = await login.igGraph(`/me/${edge}`, token)
      expect(status).toBe(400)
      expect(error).toMatchObject({
        code: 100,
        message: "Unsupported request - method type: get",
      })
    }
    const known = login.probe.accounts.map(({ username }) => username)
    expect(known).not.toContain("personal.shop")
  })

  it("unticked scopes are not granted", async () => {
    const token = await login.instagramToken({ scopes: [] })
    const media = await login.igGraph("/me/media?fields=id&limit=1", token)
    expect(media.status).toBe(200)
    const query = "metric=reach&period=day&metric_type=total_value"
    const { error } = await login.igGraph(`/me/insights?${query}`, token)
    expect(error.code).toBe(10)
  })

  it("is counted for Instagram under its own names", async () => {
    const token = await login.instagramToken()
    await login.lengthenInstagram(token)
    await login.refreshInstagram(token)
    const { body } = await login.probe.control("GET", "/ledger?entries=1")
    expect(body.platforms.instagram.endpoints).toEqual({
      "GET /oauth/authorize": 1,
      "POST /oauth/authorize": 1,
      "POST /oauth/access_token": 1,
      "GET /access_token": 1,
      "GET /refresh_access_token": 1,
    })
    const text = JSON.stringify(body)
    expect(text).not.toContain(INSTAGRAM_APP.client_secret)
    expect(text).not.toContain(token)
  })
})
