import { ofOnePart, PlatformError } from "../../platform-kit"
import { UNKNOWN_ADDRESS } from "./errors"

/** What was read, or why it was not. */
export type Outcome<T> =
  { value: T; error: null } | { value: null; error: PlatformError }

/**
 * An error that concerns one part only becomes its outcome.
 * @throws PlatformError when it concerns the account or the app
 */
export async function attempt<T>(
  scope: string,
  read: () => Promise<T>
): Promise<Outcome<T>> {
  try {
    return { value: await read(), error: null }
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    const closed = error.code === UNKNOWN_ADDRESS
    if (error.kind === "auth" || (error.scope === "app" && !closed)) {
      throw error
    }
    return { value: null, error: ofPart(error, scope) }
  }
}

function ofPart(error: PlatformError, missing_scope: string): PlatformError {
  // Apps of the Development tier may get a 404 for what they are not given.
  if (error.kind === "gone" || error.code === UNKNOWN_ADDRESS) {
    return new PlatformError({
      kind: "unsupported_metric",
      scope: "metric",
      code: error.code,
      message: "LinkedIn does not give the app these numbers of the account.",
      cause: error,
    })
  }
  return error.kind === "permission"
    ? new PlatformError({
        kind: "permission",
        scope: "metric",
        code: error.code,
        message: `Permission denied: these numbers of the account need the scope ${missing_scope}, and those of a page an administrator. Reconnect the account and grant it.`,
        missing_scope,
        cause: error,
      })
    : ofOnePart(error)
}

/** Nothing at all can be read: then it is not about one part. */
export function ofAccount(error: PlatformError): PlatformError {
  return error.scope === "account"
    ? error
    : new PlatformError({
        kind: error.kind,
        scope: "account",
        code: error.code,
        message: error.message,
        retry_at: error.retry_at,
        ...(error.missing_scope && { missing_scope: error.missing_scope }),
        cause: error,
      })
}
