import { parks, type PlatformError, stopsAccount } from "../../../platform-kit"
import type { AccountOutcome } from "../sql/account-states"
import type { SyncAccount } from "../sql/load-claimed"
import { LONGEST_LIMIT } from "./next-sync-at"
import { gaveSomething, type PostReadout } from "./post-readout"

/** A limit without a time of its own is asked again after this long. */
const DEFAULT_PARK_MS = 15 * 60 * 1000

/** What was learned of a post, as far as it concerns its account. */
export type Finding = Pick<PostReadout, "reading" | "problems" | "comments">

/** What the problems of a batch say about the account as a whole. */
export function accountOutcome(
  account: SyncAccount,
  readouts: readonly Finding[],
  now: Date
): AccountOutcome {
  const errors = readouts
    .flatMap(({ problems }) => problems)
    .map(({ error }) => error)
  const nothingRead = !readouts.some(gaveSomething)
  return outcomeOf(account, errors, nothingRead, now)
}

/**
 * What errors say about an account as a whole.
 *
 * @param nothingRead a missing permission then takes the whole account down
 */
export function outcomeOf(
  account: SyncAccount,
  errors: readonly PlatformError[],
  nothingRead: boolean,
  now: Date
): AccountOutcome {
  // An account that was paused or dead before has not taught us anything.
  const reconnect =
    account.status !== "active" ? undefined : deadToken(errors, nothingRead)
  const limit = errors.find(parks)
  const until = limit ? parkedUntil(limit.retry_at, now) : null
  return {
    account_id: account.id,
    platform: account.platform,
    synced: !nothingRead,
    reconnect: reconnect?.message ?? null,
    dead_by: reconnect
      ? reconnect.kind === "permission"
        ? "permission"
        : "token"
      : null,
    tokens_ref: account.tokens_ref,
    parked_until: until,
    app_parked_until: limit?.scope === "app" ? until : null,
  }
}

function deadToken(
  errors: readonly PlatformError[],
  nothingRead: boolean
): PlatformError | undefined {
  return (
    errors.find((error) => error.kind === "auth" && stopsAccount(error)) ??
    (nothingRead
      ? errors.find(
          (error) => error.kind === "permission" && error.scope === "account"
        )
      : undefined)
  )
}

/** A reset time far away is a mistake, not a limit. */
function parkedUntil(retryAt: Date | null, now: Date): Date {
  const asked = retryAt?.getTime() ?? now.getTime() + DEFAULT_PARK_MS
  return new Date(Math.min(asked, now.getTime() + LONGEST_LIMIT))
}
