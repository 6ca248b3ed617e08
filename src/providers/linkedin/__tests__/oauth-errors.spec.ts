import type { HttpAnswer } from "../../../platform-kit"
import { exchangeRefusal, refreshRefusal } from "../oauth-errors"

const REDIRECT = "https://shop.example/cb"

const answer = (
  status: number,
  error?: string,
  error_description?: string
): HttpAnswer => ({ status, headers: {}, body: { error, error_description } })

const NO_JSON: HttpAnswer = { status: 400, headers: {}, body: undefined }

/** As the page of the flow lists them. */
const NOT_FOUND =
  "Unable to retrieve access token: authorization code not found"
const MISMATCH =
  "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists"

describe("a refused code", () => {
  it.each([
    [
      answer(401, "invalid_request", NOT_FOUND),
      "account",
      "authorization_code",
    ],
    [
      answer(400, "invalid_redirect_uri", MISMATCH),
      "account",
      "authorization_code",
    ],
    [answer(400, "invalid_request", MISMATCH), "account", "authorization_code"],
    [
      answer(400, "invalid_request", 'A required parameter "code" is missing'),
      "account",
      "authorization_code",
    ],
    [
      answer(401, "invalid_client", "Client authentication failed"),
      "app",
      "app_credentials",
    ],
    [
      answer(
        400,
        "invalid_request",
        'A required parameter "client_secret" is missing'
      ),
      "app",
      "app_credentials",
    ],
    [answer(401), "app", "app_credentials"],
    [answer(400, "unsupported_grant_type"), "app", "unsupported_grant_type"],
    [NO_JSON, "app", "http_400"],
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
    [answer(400, "invalid_grant"), "auth", "invalid_grant"],
    [
      answer(400, "invalid_grant", "Token has been expired or revoked."),
      "auth",
      "invalid_grant",
    ],
    [
      answer(
        400,
        "invalid_request",
        "The provided authorization grant or refresh token is invalid, expired or revoked."
      ),
      "auth",
      "invalid_grant",
    ],
    [answer(400, "unauthorized_client"), "invalid", "app_credentials"],
    [answer(400, "invalid_client"), "invalid", "app_credentials"],
    [answer(401), "invalid", "app_credentials"],
    [NO_JSON, "invalid", "http_400"],
  ] as const)("%#: %j", (refused, kind, code) => {
    expect(refreshRefusal(refused)).toMatchObject({ kind, code })
  })
})
