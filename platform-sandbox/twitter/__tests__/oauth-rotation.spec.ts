import { OAuthClient } from "./oauth-client"

const DAY = 86_400_000

const DEAD = {
  error: "invalid_grant",
  error_description: "Value passed for the token was invalid.",
}

describe("refresh tokens of X", () => {
  let x: OAuthClient
  beforeEach(() => {
    x = new OAuthClient()
  })

  it("rotate with every use", () => {
    const first = x.connect()
    x.time += 3 * 3_600_000
    expect(x.status(first.access_token)).toBe(401)
    const { status, body } = x.refresh(first.refresh_token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      token_type: "bearer",
      expires_in: 7200,
      scope: first.scope,
    })
    expect(body.refresh_token).not.toBe(first.refresh_token)
    expect(x.status(body.access_token)).toBe(200)
    expect(x.refresh(body.refresh_token).status).toBe(200)
  })

  it("take the whole family along when one is used twice", () => {
    const first = x.connect()
    const other = x.connect()
    const second = x.refresh(first.refresh_token).body
    expect(x.status(second.access_token)).toBe(200)
    const again = x.refresh(first.refresh_token)
    expect([again.status, again.body]).toEqual([400, DEAD])
    for (const { access_token, refresh_token } of [first, second]) {
      expect(x.status(access_token)).toBe(401)
      expect(x.refresh(refresh_token).body).toEqual(DEAD)
    }
    // Another consent of the same user is another family.
    expect(x.status(other.access_token)).toBe(200)
    expect(x.refresh(other.refresh_token).status).toBe(200)
    expect(x.status(x.account().access_token)).toBe(200)
  })

  it("last six months from their own day", () => {
    const first = x.connect()
    x.time += 180 * DAY - 1
    const second = x.refresh(first.refresh_token).body
    x.time += 180 * DAY
    expect(x.refresh(second.refresh_token).body).toEqual(DEAD)
  })

  it("are refused in the words that were reported, too", () => {
    x.platform.set({ refused_refresh: "invalid_request" })
    const { status, body } = x.refresh("nobody")
    expect([status, body]).toEqual([400, { ...DEAD, error: "invalid_request" }])
  })

  it("end with their family when revoked", () => {
    const { access_token, refresh_token } = x.connect()
    const { status, body, endpoint } = x.post("/2/oauth2/revoke", {
      token: refresh_token,
    })
    expect([status, body]).toEqual([200, { revoked: true }])
    expect(endpoint).toBe("POST /2/oauth2/revoke")
    expect(x.status(access_token)).toBe(401)
    expect(x.refresh(refresh_token).body).toEqual(DEAD)
  })

  it("survive the revocation of an access token", () => {
    const { access_token, refresh_token } = x.connect()
    x.post("/2/oauth2/revoke", { token: access_token })
    expect(x.status(access_token)).toBe(401)
    expect(x.refresh(refresh_token).status).toBe(200)
    const unknown = x.post("/2/oauth2/revoke", { token: "nobody" })
    expect(unknown.body).toEqual({ revoked: true })
    expect(x.post("/2/oauth2/revoke", {}).status).toBe(400)
  })

  it("outlive expired access, not the app's removal", () => {
    const account = x.account().external_id
    const other = x.connect(
      {},
      { person: x.account("expired_token").external_id }
    )
    const first = x.connect()
    expect(x.platform.set({ account, token: "expired" })).toBe(true)
    expect(x.status(first.access_token)).toBe(401)
    const second = x.refresh(first.refresh_token).body
    expect(x.status(second.access_token)).toBe(200)

    x.platform.set({ person: account, token: "revoked" })
    expect(x.status(second.access_token)).toBe(401)
    expect(x.refresh(second.refresh_token).body).toEqual(DEAD)
    expect(x.status(other.access_token)).toBe(200)

    x.platform.set({ person: account, token: "valid" })
    expect(x.status(second.access_token)).toBe(200)
    expect(x.refresh(second.refresh_token).status).toBe(200)
    expect(x.platform.set({ person: "1", token: "expired" })).toBe(false)
  })
})
