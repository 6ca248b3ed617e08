import { PlatformError } from "./errors"

/** Codes of refused connections, for programs. */
export const OAUTH_CODES = {
  /** The refresh token or the grant is no longer valid: a person has to connect again. */
  dead_grant: "invalid_grant",
  /** The app's id or secret is wrong, or the app may not do this. */
  app_credentials: "app_credentials",
  redirect_uri: "redirect_uri",
  /** The code of the consent page is used, too old or not ours. */
  code: "authorization_code",
  cancelled: "cancelled",
  too_early: "too_early",
} as const

/** Only a person can bring the account back. */
export function deadGrant(
  message: string,
  code = "invalid_grant"
): PlatformError {
  return new PlatformError({ kind: "auth", scope: "account", code, message })
}

/** The operator's app is configured wrongly; no account is to blame. */
export function operatorError(code: string, message: string): PlatformError {
  return new PlatformError({ kind: "invalid", scope: "app", code, message })
}

/** What the merchant did or brought cannot be used; trying again may help. */
export function refusedConnection(
  code: string,
  message: string
): PlatformError {
  return new PlatformError({ kind: "invalid", scope: "account", code, message })
}
