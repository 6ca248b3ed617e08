import { OAuthClient } from "./oauth-client"

const DAY = 86_400_000
const SECONDS = 86_400

describe("refresh tokens of LinkedIn's partners", () => {
  let li: OAuthClient
  let first: Record<string, any>
  beforeEach(() => {
    li = new OAuthClient()
    expect(li.platform.set({ refresh_tokens: true })).toBe(true)
    first = li.connect()
  })

  it("stay the same and never last longer", () => {
    expect(first.refresh_token_expires_in).toBe(365 * SECONDS)
    li.time += 59 * DAY
    const { status, body } = li.refresh(first.refresh_token)
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 60 * SECONDS,
      refresh_token: first.refresh_token,
      refresh_token_expires_in: 306 * SECONDS,
      scope: first.scope,
    })
    expect(body.access_token).not.toBe(first.access_token)
    expect(li.state(first.access_token)).toBe(200)
    expect(li.state(body.access_token)).toBe(200)
  })

  it("cap the access token near the end", () => {
    li.time += 360 * DAY
    const { body } = li.refresh(first.refresh_token)
    expect(body.expires_in).toBe(5 * SECONDS)
    expect(body.refresh_token_expires_in).toBe(5 * SECONDS)
    li.time += 5 * DAY - 1
    expect(li.state(body.access_token)).toBe(200)
    li.time += 1
    expect(li.state(body.access_token)).toBe("EXPIRED_ACCESS_TOKEN")
    const { status, body: refused } = li.refresh(first.refresh_token)
    expect([status, refused]).toEqual([
      400,
      {
        error: "invalid_grant",
        error_description:
          "The provided authorization grant or refresh token is invalid, expired or revoked.",
      },
    ])
  })

  it("start anew with a new consent", () => {
    li.time += 100 * DAY
    const second = li.connect()
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.refresh_token_expires_in).toBe(365 * SECONDS)
    expect(li.refresh(first.refresh_token).body.refresh_token).toBe(
      first.refresh_token
    )
  })

  it("need the app's id, its secret and the partnership", () => {
    const error = (token: string, change = {}) =>
      li.refresh(token, change).body.error
    expect(error("nobody")).toBe("invalid_grant")
    expect(error(first.access_token)).toBe("invalid_grant")
    expect(error(first.refresh_token, { client_secret: "guess" })).toBe(
      "invalid_client"
    )
    li.platform.set({ refresh_tokens: false })
    expect(error(first.refresh_token)).toBe("unauthorized_client")
    expect(li.connect()).not.toHaveProperty("refresh_token")
  })
})
