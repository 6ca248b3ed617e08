import { addDays, daysBetween, startOfDay } from "../../../../platform-kit"
import { planReading, type RecordedDay } from "../plan-reading"

const TODAY = "2026-11-20"
const ago = (days: number) => addDays(TODAY, -days)
const HISTORY = 30

/** A day that was read in the morning after it. */
const kept = (day: string, more: Partial<RecordedDay> = {}): RecordedDay => ({
  day,
  captured_at: new Date(startOfDay(addDays(day, 1)) + 9 * 60 * 60 * 1000),
  reasons: ["not_offered"],
  ...more,
})

const all = (change: Record<string, Partial<RecordedDay>> = {}) =>
  daysBetween(ago(HISTORY), ago(1)).map((day) => kept(day, change[day]))

const plan = (days: RecordedDay[], last_day = days.at(-1)?.day ?? null) =>
  planReading({ days, last_day }, TODAY, HISTORY)

describe("planReading", () => {
  it("begins with all that the platform tells", () => {
    expect(plan([])).toEqual({
      ranges: [{ from: ago(30), to: ago(1) }],
      lost: [],
    })
  })

  it("asks for at least yesterday", () => {
    expect(planReading({ days: [], last_day: null }, TODAY, 0).ranges).toEqual([
      { from: ago(1), to: ago(1) },
    ])
  })

  it("asks for nothing that is known", () => {
    expect(plan(all())).toEqual({ ranges: [], lost: [] })
  })

  it("asks again for a day that was read while it ran", () => {
    const captured_at = new Date(startOfDay(ago(1)) + 1000)
    expect(plan(all({ [ago(1)]: { captured_at } })).ranges).toEqual([
      { from: ago(1), to: ago(1) },
    ])
  })

  it("asks again for a day that was not over in California", () => {
    const captured_at = new Date(startOfDay(TODAY) + 7 * 60 * 60 * 1000)
    expect(plan(all({ [ago(1)]: { captured_at } })).ranges).toEqual([
      { from: ago(1), to: ago(1) },
    ])
  })

  it("fills gaps, newest first", () => {
    const days = all().filter(({ day }) => day !== ago(9) && day !== ago(2))
    expect(plan(days).ranges).toEqual([
      { from: ago(2), to: ago(2) },
      { from: ago(9), to: ago(9) },
    ])
  })

  it.each([
    ["no_data_yet", 3, true],
    ["no_data_yet", 4, false],
    ["not_read", 3, true],
    ["not_read", 4, true],
    ["not_read", 30, true],
    ["not_permitted", 3, true],
    ["not_permitted", 4, false],
    ["not_supported", 1, false],
    ["window_closed", 30, false],
    ["not_returned", 1, false],
    ["too_few_followers", 1, false],
  ] as const)(
    "a part that is %s, %d days ago: again %s",
    (reason, days, again) => {
      const { ranges } = plan(all({ [ago(days)]: { reasons: [reason] } }))
      expect(ranges).toHaveLength(again ? 1 : 0)
    }
  )

  it("asks for a part that was not read, whatever else is missing for good", () => {
    const reasons: RecordedDay["reasons"] = [
      "not_offered",
      "not_permitted",
      "not_read",
    ]
    expect(plan(all({ [ago(20)]: { reasons } })).ranges).toEqual([
      { from: ago(20), to: ago(20) },
    ])
  })

  it("names the days that nobody can read any more", () => {
    expect(plan([], ago(33)).lost).toEqual([ago(32), ago(31)])
    expect(plan([], ago(31)).lost).toEqual([])
  })
})
