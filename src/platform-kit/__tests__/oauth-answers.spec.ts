import { readOAuthProblem, readScopes, readTokenGrant } from "../oauth-answers"

const NOW = new Date("2026-11-01T12:00:00Z")
const read = (body: unknown) => readTokenGrant("Test", body, NOW)

describe("the answer of a token endpoint", () => {
  it("is read whole", () => {
    expect(
      read({
        token_type: "bearer",
        access_token: "a",
        expires_in: 7200,
        refresh_token: "r",
        refresh_token_expires_in: "86400",
        scope: "tweet.read users.read",
      })
    ).toEqual({
      access_token: "a",
      expires_at: new Date("2026-11-01T14:00:00Z"),
      refresh_token: "r",
      refresh_expires_at: new Date("2026-11-02T12:00:00Z"),
      scopes: ["tweet.read", "users.read"],
    })
  })

  it("may leave out all but the token", () => {
    expect(read({ access_token: "a" })).toEqual({
      access_token: "a",
      expires_at: null,
      refresh_token: null,
      refresh_expires_at: null,
      scopes: null,
    })
  })

  it.each([0, -1, "soon", null, 1e300])("takes %j for no end", (expires_in) => {
    expect(read({ access_token: "a", expires_in }).expires_at).toBeNull()
  })

  it.each([
    undefined,
    null,
    {},
    [],
    "a",
    { access_token: "" },
    { access_token: 1 },
  ])("may be tried again without a token: %j", (body) => {
    expect(() => read(body)).toThrow(/Test sent an answer without a token/)
  })

  it("takes an empty refresh token for none", () => {
    expect(read({ access_token: "a", refresh_token: "" }).refresh_token).toBe(
      null
    )
  })
})

describe("scopes", () => {
  it.each([
    ["a,b", ["a", "b"]],
    ["a b", ["a", "b"]],
    ["a, b\nc", ["a", "b", "c"]],
    ["", []],
    [undefined, null],
    [7, null],
  ])("%j are %j", (text, scopes) => {
    expect(readScopes(text)).toEqual(scopes)
  })
})

describe("a refusal", () => {
  it("tells an error and a description", () => {
    expect(
      readOAuthProblem({ error: "invalid_grant", error_description: "No." })
    ).toEqual({ error: "invalid_grant", description: "No." })
  })

  it.each([undefined, "text", { error: 7 }, []])(
    "may tell nothing: %j",
    (body) => {
      expect(readOAuthProblem(body)).toEqual({ error: "", description: "" })
    }
  )
})
