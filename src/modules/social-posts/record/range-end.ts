import {
  type AccountUnavailableReason,
  parks,
  type PlatformError,
  reasonOf,
  stopsAccount,
} from "../../../platform-kit"

/** How the reading of a range of days ended. */
export interface RangeEnd {
  /** Why numbers of it were left out; `null` when nothing went wrong. */
  reason: AccountUnavailableReason | null
  /** Nothing more can be asked of the account now. */
  stopped: boolean
}

/** What becomes of the ranges after one that stopped the reading. */
export const NOT_ASKED: RangeEnd = { reason: "not_read", stopped: true }

/**
 * What trouble with one range of days means for its numbers and for the ranges
 * after it. A refusal says nothing of other days: they are asked all the same.
 *
 * @param problems parts of the range that were not read
 * @param broken what broke the range off
 */
export function rangeEnd(
  problems: readonly PlatformError[],
  broken: PlatformError | null
): RangeEnd {
  const errors = broken ? [...problems, broken] : problems
  return {
    reason: reasonOfAll(errors),
    stopped: broken?.kind === "transient" || errors.some(stops),
  }
}

/**
 * Passing trouble comes first: a question too many costs a call, a number that
 * is taken for refused is never asked for again.
 */
function reasonOfAll(
  errors: readonly PlatformError[]
): AccountUnavailableReason | null {
  const reasons = errors.map(reasonOf)
  return reasons.find((one) => one === "not_read") ?? reasons.at(-1) ?? null
}

/** A dead token, or a limit. */
function stops(error: PlatformError): boolean {
  return parks(error) || (error.kind === "auth" && stopsAccount(error))
}
