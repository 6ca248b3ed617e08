import type { HttpAnswer } from "../../../platform-kit"
import { exchangeRefusal, refreshRefusal, revokeRefusal } from "../oauth-errors"

const REDIRECT = "https://shop.example/cb"

const answer = (
  status: number,
  error?: string,
  error_description?: string
): HttpAnswer => ({ status, headers: {}, body: { error, error_description } })

/** As X words it, according to its documentation and public reports. */
const CODE = answer(
  400,
  "invalid_request",
  "Value passed for the authorization code was invalid."
)
const TOKEN = answer(
  400,
  "invalid_request",
  "Value passed for the token was invalid."
)
const REDIRECT_URI = answer(
  400,
  "invalid_request",
  "Value passed for the redirect uri did not match the uri of the authorization code."
)
const VERIFIER = answer(
  400,
  "invalid_request",
  "Value passed for the code verifier did not match the code challenge."
)
const HEADER = answer(
  401,
  "unauthorized_client",
  "Missing valid authorization header"
)
const CLIENT = answer(400, "invalid_client", "No such client")
const NO_JSON: HttpAnswer = { status: 403, headers: {}, body: undefined }

describe("a refused code", () => {
  it.each([
    [CODE, "account", "authorization_code"],
    [VERIFIER, "account", "authorization_code"],
    [answer(400, "invalid_grant"), "account", "authorization_code"],
    [REDIRECT_URI, "app", "redirect_uri"],
    [HEADER, "app", "app_credentials"],
    [CLIENT, "app", "app_credentials"],
    [answer(400, "unsupported_grant_type"), "app", "unsupported_grant_type"],
    [NO_JSON, "app", "http_403"],
  ] as const)("%#: %j", (refused, scope, code) => {
    expect(exchangeRefusal(refused, REDIRECT)).toMatchObject({
      kind: "invalid",
      scope,
      code,
    })
  })
})

describe("a refused refresh token", () => {
  it.each([
    [TOKEN, "auth", "invalid_grant"],
    [answer(400, "invalid_grant"), "auth", "invalid_grant"],
    [HEADER, "invalid", "app_credentials"],
    [answer(401, "invalid_client"), "invalid", "app_credentials"],
    [answer(401, "invalid_grant"), "auth", "invalid_grant"],
    // The operator's mistake must not end every connection.
    [
      answer(401, "invalid_request", "Value passed for the token was invalid."),
      "invalid",
      "app_credentials",
    ],
    [
      answer(
        400,
        "invalid_request",
        "Value passed for the client was invalid."
      ),
      "invalid",
      "invalid_request",
    ],
    [
      answer(400, "invalid_request", "Missing required parameter [client_id]."),
      "invalid",
      "invalid_request",
    ],
    [NO_JSON, "invalid", "http_403"],
  ] as const)("%#: %j", (refused, kind, code) => {
    expect(refreshRefusal(refused)).toMatchObject({ kind, code })
  })
})

it("a dead connection may have been used up by a copy of the store", () => {
  expect(refreshRefusal(TOKEN).message).toMatch(/copy of the store \(a backup/)
})

describe("an access that is to be taken back", () => {
  it.each([
    { status: 200, headers: {}, body: { revoked: true } },
    { status: 200, headers: {}, body: {} },
    TOKEN,
    answer(400, "invalid_grant"),
  ])("is gone: %j", (told) => {
    expect(revokeRefusal(told)).toBeNull()
  })

  it.each([
    [{ status: 200, headers: {}, body: { revoked: false } }, "transient"],
    [HEADER, "invalid"],
    [NO_JSON, "invalid"],
  ] as const)("is still there: %j", (told, kind) => {
    expect(revokeRefusal(told)).toMatchObject({ kind })
  })
})
