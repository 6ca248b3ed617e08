import { OAuthClient, SCOPE } from "./oauth-client"

describe("the dialog of LinkedIn", () => {
  let li: OAuthClient
  beforeEach(() => {
    li = new OAuthClient()
  })

  it("shows the members with their pages, and fixed scopes", () => {
    const { status, body, endpoint } = li.dialog(li.dialogQuery())
    expect([status, endpoint]).toEqual([200, "GET /oauth/v2/authorization"])
    const page = String(body)
    expect(page).toContain(`value="${li.mara.urn}"`)
    expect(page).toContain("Harbour Goods: ADMINISTRATOR, APPROVED")
    expect(page).toContain("Jonas Brandt")
    expect(page).toContain("No role on any page")
    expect(page.match(/type="checkbox" checked disabled/g)).toHaveLength(5)
  })

  it("returns a code and the state, untouched", () => {
    const { searchParams } = li.callback()
    expect(searchParams.get("state")).toBe("a state & more")
    expect(searchParams.get("code")).toMatch(/^\w{100,}$/)
  })

  it("says whether the permission or the login was cancelled", () => {
    const deny = (person: string) =>
      Object.fromEntries(
        li.callback({}, { decision: "deny", person }).searchParams
      )
    expect(deny(li.mara.urn)).toEqual({
      error: "user_cancelled_authorize",
      error_description: "The user cancelled the authorization",
      state: "a state & more",
    })
    expect(deny("")).toEqual({
      error: "user_cancelled_login",
      error_description: "The user cancelled LinkedIn login",
      state: "a state & more",
    })
  })

  it.each(["r_member_social", "r_basicprofile", "openid,profile"])(
    "sends the scope %s back as unauthorized",
    (scope) => {
      const query = li.dialogQuery({ scope: `openid ${scope}` })
      for (const answer of [undefined, { decision: "allow" }]) {
        const { status, headers } = li.dialog(query, answer)
        expect(status).toBe(302)
        const { searchParams } = new URL(headers?.location ?? "")
        expect(Object.fromEntries(searchParams)).toEqual({
          error: "unauthorized_scope_error",
          error_description: `Scope &quot;${scope}&quot; is not authorized for your application`,
          state: "a state & more",
        })
      }
    }
  )

  it("goes by the products the app was approved for", () => {
    const approved_scopes = ["openid", "profile"]
    expect(li.platform.set({ approved_scopes })).toBe(true)
    expect(li.callback().searchParams.get("error")).toBe(
      "unauthorized_scope_error"
    )
    expect(li.code({ scope: "openid profile" })).not.toBe("")
    li.platform.set({ approved_scopes: [...SCOPE.split(" ")] })
    expect(li.code()).not.toBe("")
  })

  it("asks again when nobody was chosen", () => {
    const answer = { decision: "allow", person: li.account().external_id }
    const { status, body } = li.dialog(li.dialogQuery(), answer)
    expect(status).toBe(200)
    expect(String(body)).toContain("Choose a member.")
  })

  it.each([
    ["another client", { client_id: "nobody" }],
    ["no address", { redirect_uri: "" }],
    ["a relative address", { redirect_uri: "/callback" }],
    ["a fragment", { redirect_uri: "https://shop.example/#linkedin" }],
    ["the implicit flow", { response_type: "token" }],
    ["no state", { state: "" }],
    ["no scope", { scope: " " }],
  ])("shows an error page for %s, and redirects nowhere", (_name, change) => {
    for (const answer of [undefined, { decision: "deny" }]) {
      const { status, headers } = li.dialog(li.dialogQuery(change), answer)
      expect([status, headers?.location]).toEqual([400, undefined])
    }
  })

  it("knows only the registered addresses", () => {
    const redirect_uris = ["https://shop.example/callback"]
    expect(li.platform.set({ redirect_uris })).toBe(true)
    expect(li.code()).not.toBe("")
    const redirect_uri = "https://shop.example/callback/"
    expect(li.dialog(li.dialogQuery({ redirect_uri })).status).toBe(400)
    expect(li.platform.set({ redirect_uris: [1] })).toBe(false)
  })
})
