import { basic, OAuthClient } from "./oauth-client"

const HOUR = 3_600_000

describe("the token endpoint of X", () => {
  let x: OAuthClient
  beforeEach(() => {
    x = new OAuthClient()
  })

  it("answers a pair that opens the user's own numbers", () => {
    const { body, endpoint } = x.exchange(x.code())
    expect(body).toEqual({
      token_type: "bearer",
      expires_in: 7200,
      access_token: expect.any(String),
      scope: "tweet.read users.read offline.access",
      refresh_token: expect.any(String),
    })
    expect(endpoint).toBe("POST /2/oauth2/token")
    const me = x.ask("/2/users/me", {}, body.access_token).body.data
    expect(me.id).toBe(x.account().external_id)
    const query = { ids: x.id(), "post.fields": "non_public_metrics" }
    const { data } = x.ask("/2/tweets", query, body.access_token).body
    expect(data[0]).toHaveProperty("non_public_metrics")
    expect(x.status(x.account().access_token)).toBe(200)
  })

  it("grants what a user's fixed token lacks", () => {
    const person = x.account("missing_scope").external_id
    const { access_token } = x.connect({}, { person })
    const { status, body } = x.ask("/2/users/me", {}, access_token)
    expect([status, body.data.id]).toEqual([200, person])
    const poor = x.connect({ scope: "users.read" })
    expect(x.status(poor.access_token)).toBe(403)
  })

  it("takes a code for 30 seconds", () => {
    const [first, second] = [x.code(), x.code()]
    x.time += 29_999
    expect(x.exchange(first).status).toBe(200)
    x.time += 1
    expect(x.exchange(second).body).toEqual({
      error: "invalid_request",
      error_description: "Value passed for the authorization code was invalid.",
    })
  })

  it("takes a code once, right or wrong", () => {
    const code = x.code()
    expect(x.exchange(code).status).toBe(200)
    expect(x.exchange(code).status).toBe(400)
    const spoiled = x.code()
    expect(x.exchange(spoiled, { code_verifier: "wrong" }).status).toBe(400)
    expect(x.exchange(spoiled).status).toBe(400)
  })

  it.each([
    ["verifier", { code_verifier: "another" }, /code verifier did not match/],
    ["no verifier", { code_verifier: "" }, /parameter \[code_verifier\]\.$/],
    ["address", { redirect_uri: "https://shop.example/" }, /redirect uri did/],
    ["no address", { redirect_uri: "" }, /parameter \[redirect_uri\]\.$/],
    ["code", { code: "nobody" }, /authorization code was invalid/],
    ["no code", { code: "" }, /parameter \[code\]\.$/],
  ])("refuses a wrong %s", (_name, change, description) => {
    const { status, body } = x.exchange(x.code(), change)
    expect([status, body.error]).toEqual([400, "invalid_request"])
    expect(body.error_description).toMatch(description)
  })

  it("knows two kinds of grant, in forms only", () => {
    const unknown = x.exchange(x.code(), { grant_type: "client_credentials" })
    expect(unknown.body.error).toBe("unsupported_grant_type")
    const form = { grant_type: "authorization_code", code: x.code() }
    const json = { "content-type": "application/json" }
    const { status, body } = x.post("/2/oauth2/token", form, json)
    expect([status, body.error_description]).toEqual([
      400,
      "Missing required parameter [grant_type].",
    ])
  })

  it.each([
    ["no header", undefined, "unauthorized_client"],
    [
      "a wrong secret",
      basic("sandbox-x-client", "guess"),
      "unauthorized_client",
    ],
    ["another client", basic("nobody", "guess"), "invalid_client"],
    ["a Bearer", "Bearer sandbox-x-client", "unauthorized_client"],
  ])("answers 401 to %s", (_name, authorization, error) => {
    for (const path of ["/2/oauth2/token", "/2/oauth2/revoke"]) {
      const answer = x.post(path, { token: "x" }, { authorization })
      expect([answer.status, answer.body.error]).toEqual([401, error])
    }
  })

  it("wants the id of a public client in the form, and no header", () => {
    const { refresh_token } = x.connect()
    expect(x.platform.set({ client: "public" })).toBe(true)
    expect(x.refresh(refresh_token).status).toBe(401)
    const form = { grant_type: "refresh_token", refresh_token }
    const none = { authorization: undefined }
    const unnamed = x.post("/2/oauth2/token", form, none)
    expect([unnamed.status, unnamed.body.error_description]).toEqual([
      400,
      "Missing required parameter [client_id].",
    ])
    const named = { ...form, client_id: "sandbox-x-client" }
    expect(x.post("/2/oauth2/token", named, none).status).toBe(200)
  })

  it("ends access after two hours", () => {
    const { access_token } = x.connect()
    x.time += 2 * HOUR - 1
    expect(x.status(access_token)).toBe(200)
    x.time += 1
    expect(x.status(access_token)).toBe(401)
  })

  it("gives no refresh token without offline.access", () => {
    const tokens = x.connect({ scope: "tweet.read users.read" })
    expect(tokens).not.toHaveProperty("refresh_token")
    expect(x.status(tokens.access_token)).toBe(200)
  })
})
