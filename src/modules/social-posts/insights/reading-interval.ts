import { createHash } from "node:crypto"

const HOUR = 60 * 60 * 1000

/**
 * What a reading is worth: as much as a number that is wholly wrong for this
 * long, or one that is 1 % off for a hundred times as long.
 */
const READING_WORTH_HOURS = 0.2

/**
 * The interval in milliseconds at which readings of a growing post cost and
 * bring the same. At a pace `g` per hour, stored numbers are wrong by `g·T/2` on
 * average and `1/T` readings are made: the sum of both is least at `√(2c/g)`,
 * `c` being the worth of a reading. Twice the pace is no reason to read twice
 * as often, but 1.4 times.
 *
 * @param pace share of the numbers that changes in an hour; more than 0
 */
export const intervalAtPace = (pace: number): number =>
  Math.sqrt((2 * READING_WORTH_HOURS) / pace) * HOUR

/** What readings are aligned to, by the length of their interval. */
const GRIDS = [1, 2, 4, 6, 12, 24, 48, 96, 168].map((hours) => hours * HOUR)

/**
 * The time of the next reading, `interval` from now, moved to the account's
 * slots: posts of an account come due in the same minute and share calls. At
 * least half the interval away, at most one and a half times.
 *
 * @param offset where the account's slots are in the day, see `slotOffset`
 */
export function nextSlot(
  now: number,
  interval: number,
  offset: number
): number {
  const grid = GRIDS.findLast((one) => one <= interval) ?? interval
  const slot = Math.floor((now + interval - offset) / grid) * grid + offset
  return slot < now + interval / 2 ? slot + grid : slot
}

const MINUTE = 60 * 1000
const MINUTES_OF_DAY = 24 * 60

/**
 * Spreads accounts over the day, in milliseconds: if all were read on the
 * hour, the calls of a whole store would come at once.
 */
export function slotOffset(accountId: string): number {
  const digest = createHash("sha1").update(accountId).digest()
  return (digest.readUInt32BE() % MINUTES_OF_DAY) * MINUTE
}
