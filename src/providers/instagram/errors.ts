import { PlatformError } from "../../platform-kit"
import type { InstagramLogin } from "./settings"

const INSIGHTS_SCOPE: Record<InstagramLogin, string> = {
  instagram: "instagram_business_manage_insights",
  facebook: "instagram_manage_insights",
}

const COMMENTS_SCOPE: Record<InstagramLogin, string> = {
  instagram: "instagram_business_manage_comments",
  facebook: "instagram_manage_comments",
}

export const insightsScope = (login: InstagramLogin) => INSIGHTS_SCOPE[login]

/** Instagram refuses without naming the scope; what was asked tells it. */
function missing(
  error: PlatformError,
  scope: string,
  what: string
): PlatformError {
  const missing_scope = error.missing_scope ?? scope
  return new PlatformError({
    kind: "permission",
    scope: "account",
    code: error.code,
    missing_scope,
    message: `Permission denied: the token lacks the permission ${missing_scope}, so ${what} cannot be read. Reconnect the account and grant it.`,
    cause: error,
  })
}

/**
 * @param granted scopes of the account; `null` when they are not known
 */
export function insightsDenied(
  error: PlatformError,
  login: InstagramLogin,
  granted: readonly string[] | null
) {
  const denied = missing(
    error,
    INSIGHTS_SCOPE[login],
    "reach, views and the like"
  )
  return login === "facebook" &&
    denied.missing_scope === INSIGHTS_SCOPE.facebook &&
    granted?.includes(INSIGHTS_SCOPE.facebook)
    ? roleOfBusinessManager(error)
    : denied
}

/**
 * The permission is there and does not do.
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights
 */
function roleOfBusinessManager(error: PlatformError): PlatformError {
  return new PlatformError({
    kind: "permission",
    scope: "account",
    code: error.code,
    missing_scope: "ads_read",
    message: `Permission denied: reach, views and the like cannot be read although ${INSIGHTS_SCOPE.facebook} was granted. When the person's role on the Page comes from a Business Manager, ads_read is needed too: add it to the option facebook_extra_scopes (or to the configuration of Facebook Login for Business) and reconnect the account.`,
    cause: error,
  })
}

export function commentsDenied(error: PlatformError, login: InstagramLogin) {
  return missing(error, COMMENTS_SCOPE[login], "comments")
}

/** The object can be read, its insights cannot: one post's permission. */
export function postDenied(error: PlatformError): PlatformError {
  return new PlatformError({
    kind: "permission",
    scope: "post",
    code: error.code,
    message:
      "Permission denied: Instagram shows the post but not its insights to this token. Check that the account owns the post.",
    cause: error,
  })
}

/**
 * Code 10 about a story in words we do not know: too few viewers or a missing
 * permission. As one story's matter it can be told from the others.
 */
export function unclearStory(error: PlatformError): PlatformError {
  return new PlatformError({
    kind: "no_data",
    scope: "post",
    code: error.code,
    message: error.message,
    cause: error,
  })
}
