import { judgePost } from "../insights/judge-post"
import { nextSyncAt } from "../insights/next-sync-at"
import { nextStorySyncAt } from "../insights/story-cadence"
import { PlatformError } from "../../../platform-kit"

const START = new Date("2026-11-01T08:00:00Z")
const HOUR = 60 * 60 * 1000
const at = (hours: number) => new Date(START.getTime() + hours * HOUR)

const story = {
  posted_at: START,
  expires_at: at(24),
  retry_at: null,
  passing: false,
}

const hoursOf = (next: Date | null) =>
  next && (next.getTime() - START.getTime()) / HOUR

const nextAt = (hours: number, more: Partial<typeof story> = {}) =>
  hoursOf(nextStorySyncAt({ ...story, ...more }, at(hours)))

describe("nextStorySyncAt", () => {
  it("reads a story at five ages, found however early", () => {
    const readings: number[] = []
    let next: number | null = nextAt(0.2)
    while (next !== null) {
      readings.push(next)
      next = nextAt(next)
    }
    expect(readings).toEqual([1, 6, 12, 20, 23.5])
  })

  it.each([
    [0, 1],
    [1, 6],
    [5.9, 6],
    [13, 20],
    [22, 23.5],
    [23.5, null],
    [23.9, null],
    [24, null],
    [300, null],
  ])("at an age of %p hours goes on at %p", (age, next) => {
    expect(nextAt(age)).toBe(next)
  })

  it("tries again soon after trouble, never behind the end", () => {
    const passing = { passing: true }
    expect(nextAt(12, passing)).toBeCloseTo(12 + 5 / 60)
    expect(nextAt(23.5, passing)).toBeCloseTo(23.5 + 5 / 60)
    expect(nextAt(23.95, passing)).toBeNull()
    // The next age comes first when it is nearer.
    expect(nextAt(5.99, passing)).toBeCloseTo(6)
  })

  it("waits for a limit, unless the story has ended by then", () => {
    const limited = (hours: number) =>
      hoursOf(nextStorySyncAt({ ...story, retry_at: at(hours) }, at(12)))
    expect(limited(14)).toBe(14)
    expect(limited(24)).toBeNull()
    expect(limited(500)).toBeNull()
  })

  it("knows when a story began from its end alone", () => {
    const posted_at = null
    expect(hoursOf(nextStorySyncAt({ ...story, posted_at }, at(2)))).toBe(6)
  })

  it("reads one with a shorter life before its end", () => {
    const expires_at = at(10)
    const next = (hours: number) =>
      hoursOf(nextStorySyncAt({ ...story, expires_at }, at(hours)))
    expect([next(0), next(1), next(6), next(9.5)]).toEqual([1, 6, 9.5, null])
  })
})

describe("stories among posts", () => {
  it("follow their own cadence, whatever has not changed", () => {
    const outcome = {
      ...story,
      unchanged_readings: 9,
      gone: false,
      ended: false,
      scheduled: at(300),
    }
    expect(hoursOf(nextSyncAt(outcome, at(2)))).toBe(6)
  })

  it("are not gone when they end", () => {
    const error = new PlatformError({
      kind: "gone",
      scope: "post",
      code: "33",
      message: "Gone.",
    })
    const judgedAt = (hours: number, gone_since: Date | null) =>
      judgePost(
        {
          posted_at: START,
          expires_at: at(24),
          gone_since,
          unchanged_readings: 0,
        },
        { reading: null, comments: null, problems: [{ part: "Post", error }] },
        { changed: false, scheduled: null, now: at(hours) }
      )
    expect(judgedAt(20, null)).toMatchObject({ gone_since: at(20) })
    expect(judgedAt(24, null)).toMatchObject({
      gone_since: null,
      status: null,
      next_sync_at: null,
    })
    expect(judgedAt(60, at(20))).toMatchObject({ status: null })
  })
})
