import type { Part } from "./cast"

/** Milliseconds since the epoch, everywhere. */
export interface Life {
  /** When a person connected it. */
  from: number
  /** When a person did so again, or the simulation ended. */
  to: number
  /** When its token was needed. */
  uses: readonly number[]
}

/** Renewals that a life needs. */
export interface Needed {
  /** By the platform sheets' rules: in time, never more often than that. */
  minimum: number
  /** Were each renewed in its last second; nobody dares to. */
  floor: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LEAD = 7 * DAY

/*
 * The lives of tokens as the platform sheets tell them, counted here on their
 * own: nothing of this is read from the store or its platforms.
 */
const INSTAGRAM = 5_183_944_000
const X_ACCESS = 2 * HOUR
const X_REFRESH = 180 * DAY
const LINKEDIN_ACCESS = 60 * DAY
const LINKEDIN_REFRESH = 365 * DAY

export function neededRenewals(kind: Part["kind"], life: Life): Needed {
  switch (kind) {
    case "instagram":
      return both((lead) => every(INSTAGRAM - lead, life))
    case "x":
      return both(() => onUse(life))
    case "x_idle":
      return both((lead) => every(X_REFRESH - lead, life))
    case "linkedin_partner":
      return both((lead) => untilFixedEnd(lead, life))
    default:
      return { minimum: 0, floor: 0 }
  }
}

const both = (count: (lead: number) => number): Needed => ({
  minimum: count(LEAD),
  floor: count(0),
})

/** A token that lives so long from each renewal on. */
const every = (span: number, { from, to }: Life) =>
  Math.floor((to - from) / span)

/** One for each use that finds the token with a minute or less to live. */
function onUse({ from, uses }: Life): number {
  let end = from + X_ACCESS
  let count = 0
  for (const use of uses) {
    if (use >= end - 60_000) {
      count++
      end = use + X_ACCESS
    }
  }
  return count
}

/** A new token ends with the refresh token; a renewal must bring more life. */
function untilFixedEnd(lead: number, { from, to }: Life): number {
  const last = from + LINKEDIN_REFRESH
  let end = from + LINKEDIN_ACCESS
  let count = 0
  while (end < last && end - lead < to) {
    count++
    end = Math.min(end - lead + LINKEDIN_ACCESS, last)
  }
  return count
}
