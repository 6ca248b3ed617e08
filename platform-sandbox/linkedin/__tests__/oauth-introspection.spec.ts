import { OAuthClient } from "./oauth-client"

const DAY = 86_400_000

describe("token introspection of LinkedIn", () => {
  let li: OAuthClient
  beforeEach(() => {
    li = new OAuthClient()
  })

  it("tells the lifetime in epoch seconds", () => {
    li.platform.set({ refresh_tokens: true })
    const consented = li.time / 1000
    const { refresh_token } = li.connect()
    li.time += 10 * DAY
    const { access_token, scope } = li.refresh(refresh_token).body
    const now = li.time / 1000
    expect(li.introspect(access_token)).toEqual({
      active: true,
      status: "active",
      auth_type: "3L",
      client_id: "sandbox-li-client",
      authorized_at: consented,
      created_at: now,
      expires_at: now + 5_184_000,
      scope,
    })
  })

  it("tells the expired from the revoked and the unknown", () => {
    const { access_token } = li.connect()
    const read = () => {
      const { active, status } = li.introspect(access_token)
      return [active, status]
    }
    li.time += 60 * DAY
    expect(read()).toEqual([false, "expired"])
    li.connect({ scope: "openid profile" })
    expect(read()).toEqual([false, "revoked"])
    expect(li.introspect("nobody")).toEqual({ active: false })
  })

  it("knows the world's own tokens, which have no end", () => {
    const page = li.introspect(li.account().access_token)
    expect(page).toMatchObject({ active: true, auth_type: "3L" })
    expect(page.scope.split(",")).toEqual(li.account().scopes)
    expect(page).not.toHaveProperty("expires_at")
    const revoked = li.introspect(li.account("revoked_token").access_token)
    expect(revoked).toMatchObject({ active: false, status: "revoked" })
  })

  it("needs the app's id and secret", () => {
    const path = "/oauth/v2/introspectToken"
    expect(li.post(path, {}).status).toBe(400)
    const form = { token: "any", client_secret: "guess" }
    expect(li.post(path, form).status).toBe(401)
  })
})
