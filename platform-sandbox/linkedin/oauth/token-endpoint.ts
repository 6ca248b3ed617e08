import { OAuthRefusal } from "../../core/oauth"
import { Situation } from "../situation"
import { authenticateClient, Form, required } from "./client"
import { IssuedTokens, LiGrants } from "./grants"

/** That a failed attempt uses the code up, too, is assumed. */
function exchange(grants: LiGrants, form: Form, partner: boolean) {
  const code = required(form, "code")
  const redirect_uri = required(form, "redirect_uri")
  authenticateClient(form)
  if (!grants.codes.knows(code)) {
    throw new OAuthRefusal(
      400,
      "invalid_request",
      "Unable to retrieve access token: authorization code not found"
    )
  }
  const consented = grants.codes.take(code)
  if (consented?.redirect_uri !== redirect_uri) {
    // One text for both, as on the page of the flow.
    throw new OAuthRefusal(
      400,
      "invalid_redirect_uri",
      "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists"
    )
  }
  return grants.open(consented, partner)
}

// The errors of this grant are documented nowhere; the text of the refused
// token is the one clients in the field look for.
function refresh(grants: LiGrants, form: Form, partner: boolean) {
  const token = required(form, "refresh_token")
  authenticateClient(form)
  if (!partner) {
    throw new OAuthRefusal(
      400,
      "unauthorized_client",
      "This application is not allowed to use refresh tokens"
    )
  }
  const tokens = grants.refresh(token)
  if (!tokens) {
    throw new OAuthRefusal(
      400,
      "invalid_grant",
      "The provided authorization grant or refresh token is invalid, expired or revoked."
    )
  }
  return tokens
}

/** What is left of a lifetime, in whole seconds. */
const seconds = (until_ms: number, now_ms: number) =>
  Math.floor((until_ms - now_ms) / 1000)

function toBody(tokens: IssuedTokens): Record<string, unknown> {
  const { access_token, created_ms, expires_ms, scopes } = tokens
  const kept = tokens.refresh
  return {
    access_token,
    expires_in: seconds(expires_ms, created_ms),
    ...(kept
      ? {
          refresh_token: kept.token,
          refresh_token_expires_in: seconds(kept.expires_ms, created_ms),
        }
      : {}),
    scope: scopes.join(","),
  }
}

/**
 * `POST /oauth/v2/accessToken`. The `id_token` of OpenID Connect is left out.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens
 */
export function issueTokens(
  situation: Situation,
  grants: LiGrants,
  form: Form
): Record<string, unknown> {
  const partner = situation.refresh_tokens
  switch (required(form, "grant_type")) {
    case "authorization_code":
      return toBody(exchange(grants, form, partner))
    case "refresh_token":
      return toBody(refresh(grants, form, partner))
    default:
      // The wording is unverified.
      throw new OAuthRefusal(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported"
      )
  }
}
