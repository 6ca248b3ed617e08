import { OAuthClient } from "./oauth-client"

const DAY = 86_400_000

describe("the token endpoint of LinkedIn", () => {
  let li: OAuthClient
  beforeEach(() => {
    li = new OAuthClient()
  })

  it("answers a token for 60 days, and no more to apps that are no partners", () => {
    const { body, endpoint } = li.exchange(li.code())
    expect(body).toEqual({
      access_token: expect.stringMatching(/^\w{400,}$/),
      expires_in: 5_184_000,
      scope:
        "openid,profile,r_organization_social,rw_organization_admin,r_organization_social_feed",
    })
    expect(endpoint).toBe("POST /oauth/v2/accessToken")
    li.time += 60 * DAY - 1
    expect(li.state(body.access_token)).toBe(200)
    li.time += 1
    expect(li.state(body.access_token)).toBe("EXPIRED_ACCESS_TOKEN")
  })

  it("takes a code for 30 minutes", () => {
    const [first, second] = [li.code(), li.code()]
    li.time += 30 * 60_000 - 1
    expect(li.exchange(first).status).toBe(200)
    li.time += 1
    expect(li.exchange(second).body.error).toBe("invalid_redirect_uri")
  })

  it("takes a code once, right or wrong", () => {
    const code = li.code()
    expect(li.exchange(code).status).toBe(200)
    expect(li.exchange(code).status).toBe(400)
    const spoiled = li.code()
    const wrong = li.exchange(spoiled, { redirect_uri: "https://shop.example" })
    expect([wrong.status, wrong.body]).toEqual([
      400,
      {
        error: "invalid_redirect_uri",
        error_description:
          "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists",
      },
    ])
    expect(li.exchange(spoiled).status).toBe(400)
  })

  it.each(["grant_type", "code", "redirect_uri", "client_id", "client_secret"])(
    "misses %s",
    (name) => {
      const { status, body } = li.exchange(li.code(), { [name]: "" })
      expect([status, body]).toEqual([
        400,
        {
          error: "invalid_request",
          error_description: `A required parameter "${name}" is missing`,
        },
      ])
    }
  )

  it("refuses unknown codes, grants, clients and content types", () => {
    const error = (change: Record<string, string>) => {
      const { status, body } = li.exchange(li.code(), change)
      return [status, body.error, body.error_description]
    }
    expect(error({ code: "nobody" })).toEqual([
      400,
      "invalid_request",
      "Unable to retrieve access token: authorization code not found",
    ])
    for (const name of ["client_id", "client_secret"]) {
      expect(error({ [name]: "guess" })).toEqual([
        401,
        "invalid_client",
        "Client authentication failed",
      ])
    }
    const [, grant] = error({ grant_type: "password" })
    expect(grant).toBe("unsupported_grant_type")
    const form = { grant_type: "authorization_code", code: li.code() }
    const json = li.post("/oauth/v2/accessToken", form, "application/json")
    expect(json.body.error_description).toContain('"grant_type" is missing')
  })

  it("has no way to revoke a token", () => {
    const { access_token } = li.connect()
    const form = { token: access_token }
    expect(li.post("/oauth/v2/revoke", form).status).toBe(404)
    expect(li.state(access_token)).toBe(200)
  })

  it("ends all earlier tokens of a member with another set of scopes", () => {
    li.platform.set({ refresh_tokens: true })
    const other = li.connect({}, li.jonas.urn)
    const first = li.connect()
    const same = li.connect({
      scope:
        "r_organization_social_feed rw_organization_admin openid profile r_organization_social",
    })
    expect(li.state(first.access_token)).toBe(200)

    const third = li.connect({ scope: "openid profile" })
    for (const { access_token, refresh_token } of [first, same]) {
      expect(li.state(access_token)).toBe("REVOKED_ACCESS_TOKEN")
      expect(li.refresh(refresh_token).body.error).toBe("invalid_grant")
    }
    expect(li.state(third.access_token)).toBe(200)
    expect(li.state(other.access_token)).toBe(200)
    expect(li.state(li.account("member").access_token)).toBe(200)
  })

  it("expires and revokes what a member has by now", () => {
    li.platform.set({ refresh_tokens: true })
    const person = li.mara.urn
    const first = li.connect()
    expect(li.platform.set({ account: person, token: "expired" })).toBe(true)
    expect(li.state(first.access_token)).toBe("EXPIRED_ACCESS_TOKEN")
    expect(li.state(li.account("member").access_token)).not.toBe(200)
    const second = li.refresh(first.refresh_token).body
    expect(li.state(second.access_token)).toBe(200)

    li.platform.set({ person, token: "revoked" })
    expect(li.state(second.access_token)).toBe("REVOKED_ACCESS_TOKEN")
    expect(li.refresh(first.refresh_token).body.error).toBe("invalid_grant")
    li.platform.set({ person, token: "valid" })
    expect(li.state(second.access_token)).toBe(200)

    const jonas = li.connect({}, li.jonas.urn)
    li.platform.set({ person: li.jonas.urn, token: "expired" })
    expect(li.state(jonas.access_token)).toBe("EXPIRED_ACCESS_TOKEN")
    expect(li.state(second.access_token)).toBe(200)
    expect(li.platform.set({ person: "urn:li:person:x", token: "valid" })).toBe(
      false
    )
  })
})
