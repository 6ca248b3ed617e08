import { PlatformError } from "../../platform-kit"

function denied(
  error: PlatformError,
  scope: "account" | "post",
  missing_scope: string | null,
  message: string
): PlatformError {
  return new PlatformError({
    kind: "permission",
    scope,
    code: error.code,
    message,
    ...(missing_scope && { missing_scope }),
    cause: error,
  })
}

export function insightsDenied(error: PlatformError): PlatformError {
  return denied(
    error,
    "account",
    "read_insights",
    "Permission denied: the token lacks the permission read_insights, so reach, views and clicks cannot be read. Reconnect the Page and grant it."
  )
}

export function commentsDenied(error: PlatformError): PlatformError {
  const scope = error.missing_scope ?? "pages_read_user_content"
  return denied(
    error,
    "account",
    scope,
    `Permission denied: the token lacks the permission ${scope}, so comments cannot be read. Reconnect the Page and grant it.`
  )
}

/** Without it a Page itself is answered like a post that does not exist. */
export function pageDenied(error: PlatformError): PlatformError {
  return denied(
    error,
    "account",
    "pages_read_engagement",
    "Permission denied: the token lacks the permission pages_read_engagement, so the Page cannot be read. Reconnect the Page and grant it."
  )
}

/** The post exists, but not for all that was asked of it. */
export function postDenied(error: PlatformError): PlatformError {
  return denied(
    error,
    "post",
    error.missing_scope,
    "Permission denied: Facebook knows the post but does not show it to this token. Check that the post belongs to the Page."
  )
}

/** An empty answer of a token that was never allowed to see insights. */
export function insightsNotGranted(): PlatformError {
  return insightsDenied(
    new PlatformError({
      kind: "permission",
      scope: "account",
      code: "read_insights_not_granted",
      message: "read_insights is not among the granted permissions.",
    })
  )
}
