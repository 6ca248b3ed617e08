import {
  accountBucket,
  appBucket,
  type BudgetState,
} from "../../../platform-kit"
import type { AccountLimit } from "../types/health"

interface LimitedAccount {
  id: string
  platform: string
  external_id: string
  /** A limit ended the calls for this account until then. */
  parked_until: Date | null
}

/** A limit that counts every call. */
const ALL_CALLS = "calls"
/** Without a reset time, what was seen says nothing after this long. */
const STALE_AFTER_MS = 60 * 60 * 1000

/**
 * The limits an account lives under, as they were seen last: its own and those
 * of the whole app. What has been reset since is left out. Pure.
 */
export function accountLimits(
  account: LimitedAccount,
  states: readonly BudgetState[],
  now: Date
): AccountLimit[] {
  const { id, platform, external_id, parked_until } = account
  const owners = [
    accountBucket(id),
    // The same account, before it was stored and when it is checked.
    accountBucket(`connect:${platform}:${external_id}`),
    accountBucket(`connect:${external_id}`),
    appBucket(platform),
  ]
  const newest = new Map<string, BudgetState>()
  for (const state of states) {
    const name = nameOf(state.bucket, owners)
    const key = `${state.scope} ${name}`
    const known = newest.get(key)
    if (name !== null && !(known && known.observed_at >= state.observed_at)) {
      newest.set(key, { ...state, bucket: name })
    }
  }
  const limits = [...newest.values()].flatMap((state) => toLimit(state, now))
  return withPause(limits, future(parked_until, now)).sort(
    (one, other) =>
      (other.used_percent ?? 101) - (one.used_percent ?? 101) ||
      one.bucket.localeCompare(other.bucket)
  )
}

/** What a bucket of one of the owners limits; `null` for somebody else's. */
function nameOf(bucket: string, owners: readonly string[]): string | null {
  const owner = owners.find(
    (one) => bucket === one || bucket.startsWith(`${one}:`)
  )
  return owner ? bucket.slice(owner.length + 1) || ALL_CALLS : null
}

function toLimit(state: BudgetState, now: Date): AccountLimit[] {
  const { bucket, scope, used, observed_at } = state
  const parked_until = future(state.parked_until, now)
  const resets_at = future(state.resets_at, now)
  const stale = state.resets_at
    ? resets_at === null
    : now.getTime() - observed_at.getTime() >= STALE_AFTER_MS
  if (stale && !parked_until) {
    return []
  }
  const used_percent = stale ? null : Math.round(used * 100)
  return [{ bucket, scope, used_percent, resets_at, parked_until }]
}

/** The pause that stands in the account itself. */
function withPause(limits: AccountLimit[], pause: Date | null): AccountLimit[] {
  if (!pause || limits.some(({ parked_until }) => parked_until)) {
    return limits
  }
  const paused: AccountLimit = {
    bucket: ALL_CALLS,
    scope: "account",
    used_percent: null,
    resets_at: null,
    parked_until: pause,
  }
  return [...limits, paused]
}

const future = (time: Date | null, now: Date) =>
  time && time > now ? time : null
