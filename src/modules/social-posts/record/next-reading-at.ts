import { createHash } from "node:crypto"
import {
  addDays,
  dayOf,
  parks,
  type PlatformError,
  startOfDay,
} from "../../../platform-kit"
import { LONGEST_LIMIT } from "../insights/next-sync-at"

const HOUR_MS = 60 * 60 * 1000

/** Meta's days end at midnight in California, which is 7:00 or 8:00 UTC. */
const EARLIEST_HOUR = 9
/** Accounts are spread over these hours, so that not all are read at once. */
const SPREAD_HOURS = 4
/** Trouble that passes is over after a while. */
export const RETRY_MS = HOUR_MS

/**
 * When an account's own numbers are read next: after the next day has closed
 * everywhere, at a time of its own; earlier when the trouble passes.
 */
export function nextReadingAt(
  accountId: string,
  errors: readonly PlatformError[],
  now: Date
): Date {
  const planned =
    startOfDay(addDays(dayOf(now), 1)) +
    EARLIEST_HOUR * HOUR_MS +
    Math.floor(shareOf(accountId) * SPREAD_HOURS * HOUR_MS)
  const limit = errors.find(parks)
  if (limit) {
    const again = limit.retry_at?.getTime() ?? now.getTime() + RETRY_MS
    const latest = now.getTime() + LONGEST_LIMIT
    return new Date(Math.min(Math.max(again, now.getTime() + 1), latest))
  }
  const passing = errors.some(({ kind }) => kind === "transient")
  return new Date(
    passing ? Math.min(planned, now.getTime() + RETRY_MS) : planned
  )
}

/** 0 to 1, always the same for an account. */
function shareOf(accountId: string): number {
  return (
    createHash("sha256").update(accountId).digest().readUInt32BE() / 2 ** 32
  )
}
