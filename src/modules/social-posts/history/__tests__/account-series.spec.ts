import type { AccountMetricValues } from "../../../../platform-kit"
import type { DayRow } from "../../sql/account-days"
import { daySeries, gainsOf, peaksOf, spanBefore } from "../account-series"

const TODAY = "2026-11-20"
const CAPTURED = new Date("2026-11-20T10:00:00Z")

const row = (
  day: string,
  metrics: AccountMetricValues,
  unavailable: DayRow["unavailable"] = {}
): DayRow => ({
  day,
  period_end: null,
  captured_at: CAPTURED,
  metrics,
  unavailable,
})

describe("daySeries", () => {
  it("has every calendar day, oldest first, with a reason for each gap", () => {
    const rows = [
      row("2026-11-18", { views: 0, followers: 5 }, { reach: "not_permitted" }),
      row("2026-11-20", { followers: 6 }),
    ]
    const days = daySeries(rows, { from: "2026-11-17", to: TODAY }, TODAY)
    expect(days.map(({ day }) => day)).toEqual([
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
    ])
    expect(days[0]).toMatchObject({
      captured_at: null,
      metrics: { views: null },
      unavailable: { views: "not_read", followers: "not_read" },
    })
    expect(days[1]?.metrics.views).toBe(0)
    expect(days[1]?.unavailable).toMatchObject({
      reach: "not_permitted",
      likes: "not_returned",
    })
    expect(days[1]?.unavailable).not.toHaveProperty("views")
    // The day that runs has not brought anything yet.
    expect(days[3]?.unavailable.views).toBe("no_data_yet")
  })

  it("is empty for a span that has not come", () => {
    const span = { from: "2026-12-01", to: TODAY }
    expect(daySeries([], span, TODAY)).toEqual([])
    expect(gainsOf([], span, TODAY).views).toBeNull()
  })
})

describe("gainsOf", () => {
  const week = [10, 11, 12, 13, 14, 15, 16].map((day, at) =>
    row(`2026-11-${day}`, {
      followers: 100 + at,
      views: at,
      reach: 7,
      followers_lost: 0,
    })
  )
  const gains = (from: string, to: string, rows = week) =>
    gainsOf(rows, { from, to }, TODAY)

  it("is the end less the end of the day before, for totals", () => {
    expect(gains("2026-11-12", "2026-11-14").followers).toBe(3)
  })

  it("may be negative", () => {
    const rows = [
      row("2026-11-10", { followers: 9 }),
      row("2026-11-11", { followers: 4 }),
    ]
    expect(gains("2026-11-11", "2026-11-11", rows).followers).toBe(-5)
  })

  it("is not known without a baseline, or without an end", () => {
    expect(gains("2026-11-10", "2026-11-14").followers).toBeNull()
    expect(gains("2026-11-12", "2026-11-17").followers).toBeNull()
  })

  it("ends with yesterday while today has no totals", () => {
    const rows = [
      row("2026-11-17", { followers: 5 }),
      row("2026-11-19", { followers: 8 }),
    ]
    expect(gains("2026-11-18", TODAY, rows).followers).toBe(3)
    const today = [...rows, row(TODAY, { followers: 9 })]
    expect(gains("2026-11-18", TODAY, today).followers).toBe(4)
    // Not the day before the span itself.
    expect(gains(TODAY, TODAY, rows).followers).toBeNull()
  })

  it("adds up days, zero included, when all that are over are known", () => {
    expect(gains("2026-11-11", "2026-11-13")).toMatchObject({
      views: 6,
      followers_lost: 0,
    })
    expect(gains("2026-11-11", "2026-11-17").views).toBeNull()
    // Today is not over and does not spoil it.
    const rows = [
      row("2026-11-18", { views: 1 }),
      row("2026-11-19", { views: 2 }),
    ]
    expect(gains("2026-11-18", TODAY, rows).views).toBe(3)
  })

  it("never adds up people", () => {
    expect(gains("2026-11-11", "2026-11-13").reach).toBeNull()
  })
})

describe("peaksOf", () => {
  it("is the first of the largest days in the span", () => {
    const rows = [
      row("2026-11-10", { views: 99 }),
      row("2026-11-11", { views: 0, reach: null }),
      row("2026-11-12", { views: 5 }),
      row("2026-11-13", { views: 5 }),
    ]
    const peaks = peaksOf(rows, { from: "2026-11-11", to: "2026-11-13" })
    expect(peaks.views).toEqual({ day: "2026-11-12", value: 5 })
    expect(peaks.reach).toBeNull()
  })
})

describe("spanBefore", () => {
  it("is as long and ends the day before", () => {
    expect(spanBefore({ from: "2026-03-01", to: "2026-03-31" })).toEqual({
      from: "2026-01-29",
      to: "2026-02-28",
    })
  })
})
