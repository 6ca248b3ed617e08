import { authorise } from "../authorise"
import { missingPermission } from "../errors"
import { DAY } from "../time"
import { TokenRecord } from "../tokens"
import { OAuthDesk } from "./desk"
import { sessionKeyInvalid, tooYoung, unknownGrantType } from "./oauth-errors"
import { wrongSecret } from "./oauth-errors"

type Params = Record<string, string>

function longLived(desk: OAuthDesk, from: TokenRecord, now: number) {
  const { token, expires_at } = desk.mint.longInstagram(from)
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: Math.floor((expires_at - now) / 1000),
  }
}

// The sheet knows these tokens as a parameter only: a header does not count.
const tokenIn = (desk: OAuthDesk, query: Params, now: number) =>
  authorise(query.access_token ?? "", false, "IGH", desk.tokens, now)

/** `graph.instagram.com/access_token`: a short-lived token becomes a long-lived one. */
export function exchangeInstagramToken(desk: OAuthDesk, query: Params) {
  const now = desk.environment.now().getTime()
  if (query.grant_type !== "ig_exchange_token") {
    throw unknownGrantType(query.grant_type)
  }
  if (query.client_secret !== desk.apps.instagram.secret) {
    throw wrongSecret()
  }
  const record = tokenIn(desk, query, now)
  // The tokens of the app dashboard are long-lived from the start.
  if (!record.short) {
    throw sessionKeyInvalid()
  }
  return longLived(desk, record, now)
}

/**
 * `graph.instagram.com/refresh_access_token` (instagram §9): a new string with
 * sixty days; the old one goes on to its own end. A short-lived token is never
 * old enough.
 */
export function refreshInstagramToken(desk: OAuthDesk, query: Params) {
  const now = desk.environment.now().getTime()
  if (query.grant_type !== "ig_refresh_token") {
    throw unknownGrantType(query.grant_type)
  }
  const record = tokenIn(desk, query, now)
  if (now - record.issued_at < DAY) {
    throw tooYoung()
  }
  if (!record.scopes.has("instagram_business_basic")) {
    throw missingPermission()
  }
  return longLived(desk, record, now)
}
