import { CALLBACK, FACEBOOK_SCOPES, LoginProbe } from "./login-probe"

const HOST = "www.facebook.com"

describe("Facebook login dialog", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  it("shows who can log in and what is asked for", async () => {
    const { status, headers, text } = await login.send(
      HOST,
      login.facebookDialog({ auth_type: "rerequest" })
    )
    expect(status).toBe(200)
    expect(headers.get("content-type")).toMatch(/^text\/html/)
    expect(text).toMatch(/Mara Lindner<small>Manages Kontor Shop, Portfolio/)
    expect(text).toMatch(/without an Instagram account/)
    expect(text).toMatch(/Manages no Page/)
    for (const scope of FACEBOOK_SCOPES) {
      expect(text).toContain(`value="${scope}" checked`)
    }
  })

  it("Allow returns a code and the state to the address it came with", async () => {
    const url = await login.callback(HOST, login.facebookDialog())
    expect(url.href.startsWith(CALLBACK)).toBe(true)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: "meta",
      code: expect.stringMatching(/^AQ\w+$/),
      state: "a state & more",
    })
  })

  it.each([
    ["Cancel", { decision: "deny" as const }],
    ["everything unticked", { scopes: [] }],
  ])("%s: access_denied", async (_name, answer) => {
    const url = await login.callback(HOST, login.facebookDialog(), answer)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: "meta",
      error: "access_denied",
      error_reason: "user_denied",
      error_description: "Permissions error",
      state: "a state & more",
    })
  })

  it("what was unticked is not granted, and listed as declined", async () => {
    const scopes = ["pages_show_list", "instagram_basic"]
    const token = await login.facebookToken({ scopes })
    const { scopes: granted } = await login.debug(token)
    expect(granted).toEqual(["public_profile", ...scopes])

    const { body } = await login.graph("/me/permissions", token)
    expect(body.data).toContainEqual({
      permission: "business_management",
      status: "declined",
    })
    expect(body.data).toContainEqual({
      permission: "instagram_basic",
      status: "granted",
    })
  })

  it("what was declined stays so until it is asked for again", async () => {
    const some = ["pages_show_list", "instagram_basic"]
    await login.facebookToken({ scopes: some })
    const grantedBy = async (change: Record<string, string> = {}) => {
      const token = await login.facebookToken({}, change)
      const { scopes } = await login.debug(token)
      return scopes.slice(1)
    }
    expect(await grantedBy()).toEqual(some)
    expect(await grantedBy({ auth_type: "reauthorize" })).toEqual(some)
    const again = { auth_type: "rerequest" }
    expect(await grantedBy(again)).toEqual(FACEBOOK_SCOPES)
    expect(await grantedBy()).toEqual(FACEBOOK_SCOPES)
  })

  it("a person who took everything back is new", async () => {
    const some = ["pages_show_list"]
    const token = await login.facebookToken({ scopes: some })
    const url = `${login.probe.sandbox.url}/graph.facebook.com/v26.0/me/permissions`
    const headers = { Authorization: `Bearer ${token}` }
    await fetch(url, { method: "DELETE", headers })
    const { scopes } = await login.debug(await login.facebookToken())
    expect(scopes.slice(1)).toEqual(FACEBOOK_SCOPES)
  })

  it("a configuration replaces the scopes and leaves no choice", async () => {
    const path = login.facebookDialog({ config_id: "300000000000003" })
    const { text } = await login.send(HOST, path)
    expect(text).not.toContain('type="checkbox" name="scope"')
    const config = { config_id: "300000000000003" }
    const token = await login.facebookToken({ scopes: [] }, config)
    const { scopes, type } = await login.debug(token)
    expect(scopes).toHaveLength(9)
    expect(type).toBe("USER")
  })

  it.each([
    ["client_id", "100000000000009", "Invalid App ID"],
    ["client_id", "200000000000002", "Invalid App ID"],
    ["redirect_uri", "/callback", "URL Blocked"],
    ["redirect_uri", "https://shop.example/#here", "URL Blocked"],
    ["redirect_uri", "javascript:alert(1)", "URL Blocked"],
    ["response_type", "token", "Invalid response_type"],
    ["scope", "pages_show_list,manage_pages", "Invalid Scopes: manage_pages"],
    ["config_id", "300000000000009", "Invalid configuration"],
  ])("%s %s: a page instead of a way back", async (name, value, title) => {
    const path = login.facebookDialog({ [name]: value })
    for (const form of [undefined, { decision: "allow" }]) {
      const { status, headers, text } = await login.send(HOST, path, form)
      expect(status).toBe(400)
      expect(headers.get("location")).toBeNull()
      expect(text).toContain(title)
    }
  })

  it("only registered addresses count once there is a list", async () => {
    const redirect_uris = ["https://shop.example/other"]
    await login.set({ platform: "instagram", redirect_uris })
    const other = await login.send(HOST, login.facebookDialog())
    expect(other.status).toBe(200)
    await login.set({ platform: "facebook", redirect_uris })
    const blocked = await login.send(HOST, login.facebookDialog())
    expect(blocked.text).toContain("URL Blocked")
    const [redirect_uri = ""] = redirect_uris
    const path = login.facebookDialog({ redirect_uri })
    expect((await login.send(HOST, path)).status).toBe(200)
    await login.set({ platform: "facebook", redirect_uris: null })
    const open = await login.send(HOST, login.facebookDialog())
    expect(open.status).toBe(200)
  })

  it("an answer without a person is asked again", async () => {
    const answer = { person: "Nobody" }
    const reply = await login.consent(HOST, login.facebookDialog(), answer)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('role="alert"')
  })

  it("is counted under its own name", async () => {
    await login.callback(HOST, login.facebookDialog())
    const { body } = await login.probe.control("GET", "/ledger?entries=1")
    expect(body.platforms.facebook.endpoints).toEqual({
      "GET /dialog/oauth": 1,
      "POST /dialog/oauth": 1,
    })
  })
})
