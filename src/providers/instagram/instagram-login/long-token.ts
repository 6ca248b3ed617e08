import {
  NEVER_RENEWED,
  RENEW_LEAD_MS,
  type TokenGrant,
  type TokenModel,
} from "../../../platform-kit"

const HOUR = 60 * 60 * 1000
const SIXTY_DAYS = 60 * 24 * HOUR

/** A token with the times that are known of it. */
export interface LongToken {
  access_token: string
  issued_at: Date
  expires_at: Date
}

/** A token that says nothing of its end lives as long as all of them do. */
export const lifeOf = (
  { access_token, expires_at }: Pick<TokenGrant, "access_token" | "expires_at">,
  now: Date
): LongToken => ({
  access_token,
  issued_at: now,
  expires_at: expires_at ?? new Date(now.getTime() + SIXTY_DAYS),
})

/**
 * Renewed with itself, as long as it is alive and at least a day old; dead for
 * good after 60 days without a renewal.
 * https://developers.facebook.com/documentation/instagram-platform/reference/refresh_access_token
 */
export const LONG_TOKENS: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "access_token",
  renew_before_ms: RENEW_LEAD_MS,
  min_age_ms: 24 * HOUR,
}
