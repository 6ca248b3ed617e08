import { intervalAtPace, nextSlot } from "./reading-interval"
import { nextStorySyncAt } from "./story-cadence"

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Posts of this age and older are read on demand only, schedule or not. */
export const OLDEST = 90 * DAY

/**
 * Cadence by age of the post; older posts are read on demand only. Where the
 * pace of the numbers is known, it decides instead.
 */
export const CADENCE: readonly { youngerThan: number; every: number }[] = [
  { youngerThan: DAY, every: HOUR },
  { youngerThan: 7 * DAY, every: 6 * HOUR },
  { youngerThan: 30 * DAY, every: DAY },
  { youngerThan: OLDEST, every: 7 * DAY },
]

export const SLOWEST_FACTOR = 8
export const LONGEST = 14 * DAY

/** However fast a post grows; slots can halve it. */
export const SHORTEST = HOUR

/** Platforms have no limit that lasts longer than a month. */
export const LONGEST_LIMIT = 31 * DAY

/** Platforms need a moment before they know the numbers of a new post. */
const FIRST_READING = 60 * 1000

/** When a post that has just gone live is read for the first time. */
export function firstSyncAt(now: Date): Date {
  return new Date(now.getTime() + FIRST_READING)
}

export interface SyncOutcomeForSchedule {
  posted_at: Date | null
  /** Readings in a row that brought no change, this one included. */
  unchanged_readings: number
  /** When a limit of the platform lets the post be asked again. */
  retry_at: Date | null
  /** The platform said the post is gone, which needs a second opinion. */
  gone: boolean
  /** The platform had trouble that passes; the post is to be asked again. */
  passing: boolean
  /** The post will never be asked again (gone for good). */
  ended: boolean
  /** Next run of the account's own schedule, which replaces the cadence. */
  scheduled?: Date | null
  /** When the platform takes it away by itself (stories). */
  expires_at?: Date | null
  /** Share of the numbers that changes in an hour; unknown when absent. */
  pace?: number | null
  /** Where the account's slots are in the day; none when absent. */
  slot_offset?: number
}

/**
 * When a post is read next by itself: a pure function of its age (or of its
 * account's schedule) and of what the last reading brought. `null` is "only on
 * demand".
 */
export function nextSyncAt(
  outcome: SyncOutcomeForSchedule,
  now: Date
): Date | null {
  if (outcome.ended) {
    return null
  }
  if (outcome.expires_at) {
    const { expires_at } = outcome
    return nextStorySyncAt({ ...outcome, expires_at }, now)
  }
  if (outcome.retry_at && outcome.retry_at > now) {
    // A reset time far away is a mistake, not a limit.
    return new Date(
      Math.min(outcome.retry_at.getTime(), now.getTime() + LONGEST_LIMIT)
    )
  }
  if (outcome.gone) {
    return new Date(now.getTime() + DAY)
  }
  const age = now.getTime() - (outcome.posted_at ?? now).getTime()
  const band = CADENCE.find(({ youngerThan }) => age < youngerThan)
  const scheduled = (band && outcome.scheduled) ?? null
  if (outcome.passing) {
    const again = new Date(now.getTime() + (band ? HOUR : DAY))
    return scheduled && scheduled < again ? scheduled : again
  }
  if (!band || scheduled) {
    return scheduled
  }
  const interval = intervalOf(band.every, outcome)
  return new Date(
    outcome.slot_offset === undefined
      ? now.getTime() + interval
      : nextSlot(now.getTime(), interval, outcome.slot_offset)
  )
}

/** From the pace of the numbers, or from the age and how long they stood still. */
function intervalOf(
  every: number,
  { unchanged_readings, pace }: SyncOutcomeForSchedule
): number {
  const usual = Math.min(SLOWEST_FACTOR, 2 ** unchanged_readings) * every
  const wanted =
    pace && unchanged_readings === 0
      ? Math.min(SLOWEST_FACTOR * every, intervalAtPace(pace))
      : usual
  return Math.min(LONGEST, Math.max(SHORTEST, wanted))
}
