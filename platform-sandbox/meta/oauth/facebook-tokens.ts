import { authorise } from "../authorise"
import { TokenRecord } from "../tokens"
import { OAuthDesk } from "./desk"
import { expiredCode, missingClientId, missingRedirect } from "./oauth-errors"
import { notAUserToken, redirectDiffers, unknownCode } from "./oauth-errors"
import { unknownGrantType, usedCode, wrongClientId } from "./oauth-errors"
import { wrongSecret } from "./oauth-errors"

type Params = Record<string, string>

/** A token that never ends is answered without `expires_in` (unverified, meta-common §4). */
function tokenAnswer({ token, expires_at }: TokenRecord, now: number) {
  return {
    access_token: token,
    token_type: "bearer",
    ...(expires_at
      ? { expires_in: Math.floor((expires_at - now) / 1000) }
      : {}),
  }
}

function byCode(desk: OAuthDesk, params: Params): TokenRecord {
  const app = desk.apps.facebook
  if (!params.redirect_uri) {
    throw missingRedirect()
  }
  if (params.client_secret !== app.secret) {
    throw wrongSecret()
  }
  const code = desk.codes.find(params.code, app.id)
  if (!code) {
    throw unknownCode()
  }
  if (code.used) {
    throw usedCode()
  }
  if (desk.codes.expired(code)) {
    throw expiredCode()
  }
  if (code.redirect_uri !== params.redirect_uri) {
    throw redirectDiffers()
  }
  code.used = true
  return code.system ? desk.mint.systemUser(code) : desk.mint.user(code)
}

function byToken(desk: OAuthDesk, params: Params, now: number): TokenRecord {
  if (params.client_secret !== desk.apps.facebook.secret) {
    throw wrongSecret()
  }
  const text = params.fb_exchange_token ?? ""
  const record = authorise(text, false, "FBH", desk.tokens, now)
  if (record.family !== "USER") {
    throw notAUserToken()
  }
  return desk.mint.longUser(record)
}

/**
 * `graph.facebook.com/{version}/oauth/access_token`: a code becomes a token, a
 * short-lived user token a long-lived one (meta-common §4).
 */
export function facebookToken(desk: OAuthDesk, params: Params) {
  const now = desk.environment.now().getTime()
  if (!params.client_id) {
    throw missingClientId()
  }
  if (params.client_id !== desk.apps.facebook.id) {
    throw wrongClientId()
  }
  switch (params.grant_type) {
    case undefined:
    case "authorization_code":
      return tokenAnswer(byCode(desk, params), now)
    case "fb_exchange_token":
      return tokenAnswer(byToken(desk, params, now), now)
    default:
      throw unknownGrantType(params.grant_type)
  }
}
