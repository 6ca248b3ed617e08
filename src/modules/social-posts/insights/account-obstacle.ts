import { PlatformError } from "../../../platform-kit"
import type { SyncAccount } from "../sql/load-claimed"

/** Why an account may not be asked right now; `null` when it may. */
export function accountObstacle(
  account: SyncAccount,
  now: Date
): PlatformError | null {
  if (account.status !== "active") {
    return new PlatformError({
      kind: "auth",
      scope: "account",
      code: account.status,
      message:
        account.status_reason ??
        "The account is not connected. Reconnect or resume the account.",
    })
  }
  if (account.parked_until && account.parked_until > now) {
    return new PlatformError({
      kind: "rate_limit",
      scope: "account",
      code: "parked",
      retry_at: account.parked_until,
      message: `Rate limit exceeded: the platform's limit is used up until ${account.parked_until.toISOString()}. Syncing continues by itself.`,
    })
  }
  return null
}
