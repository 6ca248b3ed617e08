import {
  nextSyncAt,
  type SyncOutcomeForSchedule,
} from "../insights/next-sync-at"

const NOW = new Date("2026-11-01T12:00:00Z")
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Hours until the next reading, or `null` for "on demand only". */
function hoursUntilNext(
  ageInDays: number | null,
  outcome: Partial<SyncOutcomeForSchedule> = {}
): number | null {
  const next = nextSyncAt(
    {
      posted_at:
        ageInDays === null ? null : new Date(NOW.getTime() - ageInDays * DAY),
      unchanged_readings: 0,
      retry_at: null,
      gone: false,
      passing: false,
      ended: false,
      ...outcome,
    },
    NOW
  )
  return next && (next.getTime() - NOW.getTime()) / HOUR
}

describe("nextSyncAt", () => {
  it.each([
    [0, 1],
    [0.99, 1],
    [1, 6],
    [6.99, 6],
    [7, 24],
    [29.99, 24],
    [30, 7 * 24],
    [89.99, 7 * 24],
    [90, null],
    [1000, null],
  ])("reads a post of %d days after %p hours", (age, hours) => {
    expect(hoursUntilNext(age)).toBe(hours)
  })

  it("asks again soon when the platform had trouble that passes", () => {
    expect(hoursUntilNext(60, { passing: true })).toBe(1)
    expect(hoursUntilNext(400, { passing: true })).toBe(24)
  })

  it("does not believe a limit that lasts for years", () => {
    const retry_at = new Date(NOW.getTime() + 900 * DAY)
    expect(hoursUntilNext(1, { retry_at })).toBe(31 * 24)
  })

  it("takes a post without a date for a new one", () => {
    expect(hoursUntilNext(null)).toBe(1)
  })

  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 8],
    [5000, 8],
  ])("after %d unchanged readings waits %d times as long", (count, factor) => {
    expect(hoursUntilNext(0.5, { unchanged_readings: count })).toBe(factor)
    expect(hoursUntilNext(2, { unchanged_readings: count })).toBe(6 * factor)
  })

  it("never waits longer than two weeks", () => {
    expect(hoursUntilNext(40, { unchanged_readings: 1 })).toBe(14 * 24)
    expect(hoursUntilNext(40, { unchanged_readings: 2 })).toBe(14 * 24)
  })

  it("waits for a limit to open, whatever the age", () => {
    const retry_at = new Date(NOW.getTime() + 3 * HOUR)
    expect(hoursUntilNext(0, { retry_at })).toBe(3)
    expect(hoursUntilNext(1000, { retry_at })).toBe(3)
    expect(hoursUntilNext(0, { retry_at, gone: true })).toBe(3)
  })

  it("does not wait for a limit that has opened meanwhile", () => {
    expect(hoursUntilNext(0, { retry_at: NOW })).toBe(1)
    const past = new Date(NOW.getTime() - HOUR)
    expect(hoursUntilNext(2, { retry_at: past })).toBe(6)
  })

  it("asks a second time about a gone post a day later", () => {
    expect(hoursUntilNext(0, { gone: true })).toBe(24)
    expect(hoursUntilNext(1000, { gone: true })).toBe(24)
  })

  it("follows a schedule instead of the age, however quiet the post is", () => {
    const scheduled = new Date(NOW.getTime() + 5 * HOUR)
    for (const age of [null, 0, 10, 89.99]) {
      const quiet = { scheduled, unchanged_readings: 9 }
      expect(hoursUntilNext(age, quiet)).toBe(5)
    }
    expect(hoursUntilNext(90, { scheduled })).toBeNull()
  })

  it("asks again after trouble no later than the schedule says", () => {
    const soon = new Date(NOW.getTime() + HOUR / 4)
    const late = new Date(NOW.getTime() + 5 * HOUR)
    const passing = true
    expect(hoursUntilNext(1, { passing, scheduled: soon })).toBe(0.25)
    expect(hoursUntilNext(1, { passing, scheduled: late })).toBe(1)
    expect(hoursUntilNext(400, { passing, scheduled: soon })).toBe(24)
  })

  it("lets a limit and a gone post wait in spite of a schedule", () => {
    const scheduled = new Date(NOW.getTime() + HOUR / 4)
    const retry_at = new Date(NOW.getTime() + 3 * HOUR)
    expect(hoursUntilNext(1, { scheduled, retry_at })).toBe(3)
    expect(hoursUntilNext(1, { scheduled, gone: true })).toBe(24)
    expect(hoursUntilNext(1, { scheduled, ended: true })).toBeNull()
  })

  it("never asks about a post again that is gone for good", () => {
    const retry_at = new Date(NOW.getTime() + HOUR)
    expect(hoursUntilNext(0, { ended: true, gone: true, retry_at })).toBeNull()
  })

  it.each([-0.1, -400])(
    "takes a post from the future for a new one (clock off by %d days)",
    (age) => {
      expect(hoursUntilNext(age)).toBe(1)
    }
  )
})
