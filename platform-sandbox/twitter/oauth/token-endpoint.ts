import { OAuthRefusal } from "../../core/oauth"
import { Situation } from "../situation"
import { missingParameter } from "./client"
import { ACCESS_MS, TokenPair, XGrants } from "./grants"
import { isVerified } from "./pkce"

type Form = Record<string, string>

function required(form: Form, name: string): string {
  const value = form[name]
  if (!value) {
    throw missingParameter(name)
  }
  return value
}

// Worded as in public reports (plhery/node-twitter-api-v2#496 for the code).
const invalid = (what: string) =>
  new OAuthRefusal(400, "invalid_request", `Value passed for the ${what}`)

/** That a failed attempt uses the code up, too, is assumed. */
function exchange(grants: XGrants, form: Form): TokenPair {
  const code = required(form, "code")
  const redirect_uri = required(form, "redirect_uri")
  const verifier = required(form, "code_verifier")
  const consented = grants.codes.take(code)
  if (!consented) {
    throw invalid("authorization code was invalid.")
  }
  if (consented.redirect_uri !== redirect_uri) {
    throw invalid(
      "redirect uri did not match the uri of the authorization code."
    )
  }
  if (!isVerified(verifier, consented.challenge, consented.method)) {
    throw invalid("code verifier did not match the code challenge.")
  }
  return grants.open(consented)
}

function refresh(grants: XGrants, situation: Situation, form: Form): TokenPair {
  const pair = grants.rotate(required(form, "refresh_token"))
  if (!pair) {
    throw new OAuthRefusal(
      400,
      situation.refused_refresh,
      "Value passed for the token was invalid."
    )
  }
  return pair
}

/**
 * `POST /2/oauth2/token`: the code or a refresh token for a new pair.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 */
export function issueTokens(
  grants: XGrants,
  situation: Situation,
  form: Form
): Record<string, unknown> {
  const grant_type = required(form, "grant_type")
  if (!["authorization_code", "refresh_token"].includes(grant_type)) {
    // The wording is unverified.
    throw new OAuthRefusal(
      400,
      "unsupported_grant_type",
      "Value passed for the grant type was invalid."
    )
  }
  const { scopes, ...tokens } =
    grant_type === "refresh_token"
      ? refresh(grants, situation, form)
      : exchange(grants, form)
  return {
    token_type: "bearer",
    expires_in: ACCESS_MS / 1000,
    scope: scopes.join(" "),
    ...tokens,
  }
}

/** `POST /2/oauth2/revoke`. */
export function revokeToken(
  grants: XGrants,
  form: Form
): Record<string, unknown> {
  grants.revoke(required(form, "token"))
  return { revoked: true }
}
