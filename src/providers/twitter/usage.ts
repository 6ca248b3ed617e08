import {
  accountBucket,
  appBucket,
  type PlatformAnswer,
  type PlatformCall,
  toNumber,
  type UsageReading,
} from "../../platform-kit"

/** X counts a user's token and the app's own Bearer token apart. */
export function tokenScope({ account }: PlatformCall): "account" | "app" {
  return account.settings.auth === "app" ? "app" : "account"
}

/** The limit an endpoint counts against: each has its own per token. */
export function bucketOf(call: PlatformCall, endpoint: string): string {
  const owner =
    tokenScope(call) === "app"
      ? appBucket("twitter")
      : accountBucket(call.account.id)
  return `${owner}:${endpoint}`
}

/**
 * What the rate headers say about the endpoint's own limit.
 * https://docs.x.com/x-api/fundamentals/rate-limits
 */
export function readXUsage(
  { headers }: PlatformAnswer,
  endpoint: string,
  call: PlatformCall
): UsageReading[] {
  const limit = toNumber(headers["x-rate-limit-limit"])
  const remaining = toNumber(headers["x-rate-limit-remaining"])
  const reset = toNumber(headers["x-rate-limit-reset"])
  if (limit === null || limit <= 0 || remaining === null) {
    return []
  }
  return [
    {
      scope: tokenScope(call),
      bucket: bucketOf(call, endpoint),
      used: 1 - remaining / limit,
      resets_at: reset === null ? null : new Date(reset * 1000),
    },
  ]
}
