import { OAuthClient } from "./oauth-client"

describe("the dialog of X", () => {
  let x: OAuthClient
  beforeEach(() => {
    x = new OAuthClient()
  })

  it("shows the people and the scopes, none of which can be taken off", () => {
    const { status, body, endpoint } = x.dialog(x.dialogQuery())
    expect([status, endpoint]).toEqual([200, "GET /i/oauth2/authorize"])
    const page = String(body)
    expect(page).toContain(`value="${x.account().external_id}"`)
    expect(page).toContain("(@harbour_goods)")
    expect(page.match(/type="checkbox" checked disabled/g)).toHaveLength(3)
    // The app's own Bearer is nobody.
    expect(page).not.toContain(x.account("app_bearer").external_id)
  })

  it("returns a code and the state, untouched", () => {
    const url = x.callback({ redirect_uri: "https://shop.example/cb?a=1" })
    expect(url.origin + url.pathname).toBe("https://shop.example/cb")
    expect(url.searchParams.get("a")).toBe("1")
    expect(url.searchParams.get("state")).toBe("a state & more")
    expect(url.searchParams.get("code")).toMatch(/^\w{80,}$/)
    expect(url.searchParams.has("error")).toBe(false)
  })

  it("returns access_denied and the state on Cancel", () => {
    const url = x.callback({}, { decision: "deny" })
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: "access_denied",
      state: "a state & more",
    })
  })

  it("grants what was asked for, whatever the form says", () => {
    const { scope } = x.connect({}, { scope: "tweet.read" })
    expect(scope).toBe("tweet.read users.read offline.access")
  })

  it("asks again when nobody was chosen", () => {
    for (const person of ["", "12", x.account("app_bearer").external_id]) {
      const answer = x.dialog(x.dialogQuery(), { decision: "allow", person })
      expect(answer.status).toBe(200)
      expect(String(answer.body)).toContain("Choose an account.")
    }
  })

  it.each([
    ["another client", { client_id: "sandbox-y-client" }],
    ["no redirect address", { redirect_uri: "" }],
    ["a relative address", { redirect_uri: "/callback" }],
    ["a fragment", { redirect_uri: "https://shop.example/#callback" }],
    ["another scheme", { redirect_uri: "shop://callback" }],
    ["the implicit flow", { response_type: "token" }],
    ["no state", { state: "" }],
    ["a long state", { state: "s".repeat(501) }],
    ["no scope", { scope: "" }],
    ["an unknown scope", { scope: "tweet.read insights.read" }],
    ["commas between scopes", { scope: "tweet.read,users.read" }],
    ["no challenge", { code_challenge: "" }],
    ["a method of its own", { code_challenge_method: "s256" }],
  ])("shows an error page for %s, and redirects nowhere", (_name, change) => {
    for (const answer of [undefined, { decision: "deny" }]) {
      const { status, headers, body } = x.dialog(x.dialogQuery(change), answer)
      expect(status).toBe(400)
      expect(headers?.location).toBeUndefined()
      expect(String(body)).toContain("Something went wrong")
    }
  })

  it("takes a state of 500 characters and a plain challenge", () => {
    const state = "s".repeat(500)
    expect(x.callback({ state }).searchParams.get("state")).toBe(state)
    const plain = {
      code_challenge: "challenge",
      code_challenge_method: "plain",
    }
    const wrong = x.exchange(x.code(plain), { code_verifier: "Challenge" })
    expect(wrong.status).toBe(400)
    const right = x.exchange(x.code(plain), { code_verifier: "challenge" })
    expect(right.status).toBe(200)
  })

  it("knows only the registered addresses, letter by letter", () => {
    const redirect_uris = ["https://shop.example/callback"]
    expect(x.platform.set({ redirect_uris })).toBe(true)
    expect(x.code()).not.toBe("")
    for (const more of ["/", "?a=1"]) {
      const redirect_uri = `https://shop.example/callback${more}`
      expect(x.dialog(x.dialogQuery({ redirect_uri })).status).toBe(400)
    }
    expect(x.platform.set({ redirect_uris: "https://shop.example" })).toBe(
      false
    )
    expect(x.platform.set({ redirect_uris: ["/callback"] })).toBe(false)
    expect(x.platform.set({ redirect_uris: null })).toBe(true)
    const redirect_uri = "http://127.0.0.1:9000/any"
    expect(x.dialog(x.dialogQuery({ redirect_uri })).status).toBe(200)
  })

  it("has nothing else on the website, and no dialog below the API", () => {
    const ask = (host: string, rawPath: string) =>
      x.platform.handle(host, {
        method: "GET",
        rawPath,
        rawQuery: "",
        query: {},
        headers: {},
        body: "",
        baseUrl: "",
      }).status
    expect(ask("x.com", "/2/users/me")).toBe(404)
    expect(ask("api.x.com", "/i/oauth2/authorize")).toBe(404)
    expect(ask("api.x.com", "/2/oauth2/token")).toBe(404)
  })
})
