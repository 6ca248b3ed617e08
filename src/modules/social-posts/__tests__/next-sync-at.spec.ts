import {
  LONGEST,
  nextSyncAt,
  SHORTEST,
  type SyncOutcomeForSchedule,
} from "../insights/next-sync-at"
import { slotOffset } from "../insights/reading-interval"

const NOW = new Date("2026-11-01T12:00:00Z")
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** A reading that went well, of which nothing else is known. */
const FRESH = {
  posted_at: null,
  unchanged_readings: 0,
  retry_at: null,
  gone: false,
  passing: false,
  ended: false,
}

/** Hours until the next reading, or `null` for "on demand only". */
function hoursUntilNext(
  ageInDays: number | null,
  outcome: Partial<SyncOutcomeForSchedule> = {}
): number | null {
  const next = nextSyncAt(
    {
      ...FRESH,
      posted_at:
        ageInDays === null ? null : new Date(NOW.getTime() - ageInDays * DAY),
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

  describe("with the pace of the numbers", () => {
    it("reads fast posts sooner and slow ones later than their age says", () => {
      // 10 % an hour at ten days of age: it has been found again.
      expect(hoursUntilNext(10, { pace: 0.1 })).toBeCloseTo(2)
      expect(hoursUntilNext(10, { pace: 0.00001 })).toBe(8 * 24)
      expect(hoursUntilNext(2, { pace: 0.4 })).toBe(1)
    })

    it("asks half as often when a post grows a quarter as fast", () => {
      const fast = Number(hoursUntilNext(3, { pace: 0.04 }))
      const slow = Number(hoursUntilNext(3, { pace: 0.01 }))
      expect(slow / fast).toBeCloseTo(2)
    })

    it.each([null, 0, undefined])("goes by age when the pace is %p", (pace) => {
      expect(hoursUntilNext(2, { pace })).toBe(6)
    })

    it("goes by the unchanged readings when there was no change", () => {
      expect(hoursUntilNext(2, { pace: 0.4, unchanged_readings: 1 })).toBe(12)
    })

    it("does not come before a limit, a schedule or a second opinion", () => {
      const retry_at = new Date(NOW.getTime() + 3 * HOUR)
      const fast = { pace: 0.9, slot_offset: 0 }
      expect(hoursUntilNext(1, { ...fast, retry_at })).toBe(3)
      expect(hoursUntilNext(1, { ...fast, scheduled: retry_at })).toBe(3)
      expect(hoursUntilNext(1, { ...fast, gone: true })).toBe(24)
      expect(hoursUntilNext(91, fast)).toBeNull()
    })
  })

  it("never asks sooner than in half an hour nor later than in two weeks", () => {
    const random = seeded(11)
    for (let round = 0; round < 5000; round++) {
      const hours = hoursUntilNext(random() * 90, {
        unchanged_readings: Math.floor(random() ** 3 * 40),
        pace: random() < 0.2 ? null : 10 ** (-8 * random()),
        slot_offset: random() < 0.2 ? undefined : slotOffset(`sacc_${round}`),
      })
      expect(hours).toBeGreaterThanOrEqual(SHORTEST / HOUR / 2)
      expect(hours).toBeLessThanOrEqual(LONGEST / HOUR)
    }
  })

  it("has the posts of an account come due in the same minutes", () => {
    const slot_offset = slotOffset("sacc_one")
    const minutes = new Set(
      Array.from({ length: 200 }, (_, minute) => {
        const now = new Date(NOW.getTime() + minute * 7 * 60 * 1000)
        const outcome = { ...FRESH, posted_at: now, slot_offset }
        return nextSyncAt(outcome, now)?.getUTCMinutes()
      })
    )
    expect(minutes.size).toBe(1)
  })

  it("keeps the interval of a post that is in its slot already", () => {
    const slot_offset = slotOffset("sacc_one")
    const outcome = { ...FRESH, posted_at: NOW, slot_offset }
    const first = nextSyncAt(outcome, NOW) as Date
    // The job came half a minute after it was due.
    const read = new Date(first.getTime() + 30 * 1000)
    const second = nextSyncAt(outcome, read) as Date
    expect(second.getTime() - first.getTime()).toBe(HOUR)
  })

  it("spreads accounts over the hour", () => {
    const offsets = Array.from({ length: 1000 }, (_, account) =>
      slotOffset(`sacc_01JD${account}`)
    )
    const minutes = new Set(offsets.map((offset) => (offset / 60000) % 60))
    expect(minutes.size).toBe(60)
  })
})

/** The same numbers each time (Park and Miller's generator). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
