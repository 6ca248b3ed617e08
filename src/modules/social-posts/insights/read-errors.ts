import { PlatformError } from "../../../platform-kit"

/** Comments alone are wanted, and this store reads none. */
export function nothingToRead(label: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "account",
    code: "nothing_to_read",
    message: `Nothing to read: numbers are switched off for this account, and comments of ${label} are not read in this store. Switch the account's numbers on.`,
  })
}

/** Comments alone are wanted, and may not be read. */
export function commentsNotGranted(
  label: string,
  missing: string[]
): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "account",
    code: "comments_not_granted",
    message: `Nothing to read: numbers are switched off for this account, and ${label} did not grant ${missing.join(", ")} for its comments. Reconnect the account and grant it, or switch its numbers on.`,
    missing_scope: missing[0],
  })
}

/** Nobody knows what the post is called on its platform. */
export function idNotFound(label: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "no_platform_post_id",
    message: `Platform post ID not found. Edit the post and enter the id it has on ${label}.`,
  })
}
