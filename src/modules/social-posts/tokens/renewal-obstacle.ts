import { mayRenew, timesOf, type TokenModel } from "../../../platform-kit"
import type { StoredTokens } from "../types/accounts"

const HOUR_MS = 60 * 60 * 1000

/** Why a token cannot be renewed at this moment, and what to do; `null` when it can. */
export function renewalObstacle(
  tokens: StoredTokens,
  model: TokenModel,
  label: string,
  now: Date
): string | null {
  const times = timesOf(tokens)
  if (mayRenew(times, model, now)) {
    return null
  }
  const { expires_at, issued_at } = times
  switch (model.renewed_with) {
    case "none":
      return `${label} does not renew this kind of token. Connect the account again to get a new one.`
    case "refresh_token":
      return `${label} renews a token only with a refresh token, which this account does not have. Connect the account again through ${label}'s own page to get one.`
    case "source_token":
      return `${label} renews this token only with the token of the person who granted it, which this account does not have. Connect the account again through ${label}'s own page.`
    case "access_token":
  }
  if (expires_at && expires_at <= now) {
    return `The token ended on ${expires_at.toISOString()}, and ${label} renews only tokens that still live. Connect the account again.`
  }
  const from = new Date((issued_at ?? now).getTime() + model.min_age_ms)
  const hours = Math.round(model.min_age_ms / HOUR_MS)
  return `${label} renews a token only ${hours} hours after it was issued. Try again after ${from.toISOString()}.`
}
