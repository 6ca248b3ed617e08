import { PlatformError } from "./errors"
import type { PlatformAnswer } from "./platform-http"

/** Seconds or an HTTP date, as `Retry-After` has it. */
export function retryAfter(
  headers: PlatformAnswer["headers"],
  now: Date
): Date | null {
  const value = headers["retry-after"]
  if (!value) {
    return null
  }
  const seconds = Number(value)
  const date = Number.isFinite(seconds)
    ? new Date(now.getTime() + seconds * 1000)
    : new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}

/**
 * What a bare status means on any platform, for answers the platform's own
 * table does not know. Other refusals (400, 422 …) have no common meaning: the
 * platform's table must say what they are.
 */
export function errorFromStatus(
  label: string,
  answer: PlatformAnswer,
  now: Date
): PlatformError | null {
  const { status } = answer
  if (status < 400) {
    return status >= 300 ? redirected(label, status) : null
  }
  const code = `http_${status}`
  if (status === 401) {
    return new PlatformError({
      kind: "auth",
      scope: "account",
      code,
      message: `${label} no longer accepts the account's token. Reconnect the account.`,
    })
  }
  if (status === 403) {
    return new PlatformError({
      kind: "permission",
      scope: "account",
      code,
      message: `Permission denied: ${label} does not allow this with the account's token. Check the granted permissions and reconnect.`,
    })
  }
  if (status === 404 || status === 410) {
    return new PlatformError({
      kind: "gone",
      scope: "post",
      code,
      message: `Post not found: ${label} does not know it (any more). It may have been deleted.`,
    })
  }
  if (status === 429) {
    return new PlatformError({
      kind: "rate_limit",
      scope: "account",
      code,
      retry_at: retryAfter(answer.headers, now),
      message: `Rate limit exceeded on ${label}. Syncing continues by itself later.`,
    })
  }
  if (status >= 500) {
    return new PlatformError({
      kind: "transient",
      scope: "post",
      code,
      message: `${label} has trouble at the moment (HTTP ${status}). It is tried again later.`,
    })
  }
  return null
}

function redirected(label: string, status: number): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "app",
    code: `http_${status}`,
    message: `${label} answered with a redirect, which is not followed with a token. Check the base_url option.`,
  })
}
