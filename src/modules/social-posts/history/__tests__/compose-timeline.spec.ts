import { composeTimeline } from "../compose-timeline"
import type { Reading } from "../types"
import { reading } from "./reading"

const at = (text: string) => new Date(text)
const span = (from: string | null, to: string) => ({
  from: from ? at(from) : null,
  to: at(to),
})

/** Views of one day after the other, from 1 November on, at noon. */
const daily = (...views: (number | null)[]): Reading[] =>
  views.map((value, index) =>
    reading(`2026-11-0${index + 1}T12:00:00Z`, { views: value })
  )

const tell = (
  readings: Reading[],
  from: string | null,
  to: string,
  compare: "previous" | null = null,
  definitions: Parameters<typeof composeTimeline>[2] = []
) => composeTimeline(readings, span(from, to), definitions, compare)

describe("gains", () => {
  it("are the last value minus the one the span began with", () => {
    const { gains } = tell(
      daily(10, 25, 40, 70),
      "2026-11-02T12:00:00Z",
      "2026-11-04T12:00:00Z"
    )
    expect(gains).toEqual({ views: 45 })
  })

  it("start from the reading before the span", () => {
    const { gains } = tell(
      daily(10, 25, 40),
      "2026-11-02T00:00:00Z",
      "2026-11-03T00:00:00Z"
    )
    expect(gains).toEqual({ views: 15 })
  })

  it.each([
    ["without a beginning", null, "2026-11-09T00:00:00Z", daily(10, 25)],
    [
      "without a reading to start from",
      "2026-10-01T00:00:00Z",
      "2026-11-09T00:00:00Z",
      daily(10, 25),
    ],
    [
      "when the beginning is not known",
      "2026-11-01T13:00:00Z",
      "2026-11-09T00:00:00Z",
      daily(null, 25),
    ],
    [
      "without a reading in the span",
      "2026-11-03T00:00:00Z",
      "2026-11-09T00:00:00Z",
      daily(10, 25),
    ],
  ])("are unknown %s", (_name, from, to, readings) => {
    expect(tell(readings, from, to).gains).toEqual({ views: null })
  })

  it("can be negative, and 0 when nothing moved", () => {
    const from = "2026-11-01T12:00:00Z"
    const to = "2026-11-09T00:00:00Z"
    expect(tell(daily(10, 7), from, to).gains).toEqual({ views: -3 })
    expect(tell(daily(10, 10), from, to).gains).toEqual({ views: 0 })
  })

  it("keep the last known value when the end is not known", () => {
    const { gains, latest } = tell(
      daily(10, 25, null),
      "2026-11-01T12:00:00Z",
      "2026-11-09T00:00:00Z"
    )
    expect(gains).toEqual({ views: 15 })
    expect(latest).toEqual({ views: null })
  })

  it("are not made by a counter that lost its count and found it again", () => {
    const readings = daily(500, 0, 510, 520)
    const to = "2026-11-09T00:00:00Z"
    const { gains, peak, series } = tell(readings, "2026-11-02T13:00:00Z", to)
    expect(gains).toEqual({ views: 20 })
    expect(peak).toEqual({ views: { day: "2026-11-04", gain: 10 } })
    expect(series.map(({ values }) => values.views)).toEqual([510, 520])
  })

  it("have no rounding noise", () => {
    const readings = [
      reading("2026-11-01T00:00:00Z", { engagement_rate: 4.17 }),
      reading("2026-11-02T00:00:00Z", { engagement_rate: 6.14 }),
    ]
    const { gains } = tell(
      readings,
      "2026-11-01T00:00:00Z",
      "2026-11-02T00:00:00Z"
    )
    expect(gains).toEqual({ engagement_rate: 1.97 })
  })

  it("stop where a platform began to count in another way", () => {
    const definitions = [
      { since: "2026-11-02", version: 2, metrics: ["views" as const] },
    ]
    const readings = [
      reading("2026-11-01T12:00:00Z", { views: 10, likes: 1 }, 1),
      reading("2026-11-02T12:00:00Z", { views: 900, likes: 3 }, 2),
      reading("2026-11-03T12:00:00Z", { views: 950, likes: 4 }, 2),
    ]
    const across = tell(
      readings,
      "2026-11-01T12:00:00Z",
      "2026-11-04T00:00:00Z",
      null,
      definitions
    )
    expect(across.gains).toEqual({ views: null, likes: 3 })
    expect(across.peak).toEqual({
      views: { day: "2026-11-03", gain: 50 },
      likes: { day: "2026-11-02", gain: 2 },
    })
    expect(across.breaks).toHaveLength(1)
    const after = tell(
      readings,
      "2026-11-02T12:00:00Z",
      "2026-11-04T00:00:00Z",
      null,
      definitions
    )
    expect(after.gains).toEqual({ views: 50, likes: 1 })
  })
})

describe("the peak", () => {
  it("is the day that brought most, by the last reading of each day", () => {
    const readings = [
      reading("2026-11-01T23:00:00Z", { views: 10 }),
      reading("2026-11-02T01:00:00Z", { views: 12 }),
      reading("2026-11-02T23:00:00Z", { views: 40 }),
      reading("2026-11-03T23:00:00Z", { views: 60 }),
    ]
    const { peak } = tell(readings, null, "2026-11-09T00:00:00Z")
    expect(peak).toEqual({ views: { day: "2026-11-02", gain: 30 } })
  })

  it("counts of the first day only what the span has of it", () => {
    const readings = [
      reading("2026-11-01T01:00:00Z", { views: 10 }),
      reading("2026-11-01T12:00:00Z", { views: 90 }),
      reading("2026-11-01T23:00:00Z", { views: 95 }),
      reading("2026-11-02T23:00:00Z", { views: 115 }),
    ]
    const from = "2026-11-01T12:00:00Z"
    const { peak } = tell(readings, from, "2026-11-09T00:00:00Z")
    expect(peak).toEqual({ views: { day: "2026-11-02", gain: 20 } })
  })

  it("is no day whose eve was not read", () => {
    const readings = [
      reading("2026-11-01T12:00:00Z", { views: 10 }),
      reading("2026-11-04T12:00:00Z", { views: 500 }),
      reading("2026-11-05T12:00:00Z", { views: 501 }),
    ]
    const { peak } = tell(readings, null, "2026-11-09T00:00:00Z")
    expect(peak).toEqual({ views: { day: "2026-11-05", gain: 1 } })
  })

  it("is none when no day rose", () => {
    expect(tell(daily(9, 9, 4), null, "2026-11-09T00:00:00Z").peak).toEqual({
      views: null,
    })
  })
})

it("compares with the span of the same length before", () => {
  const { previous, gains, series } = tell(
    daily(10, 25, 40, 70, 75),
    "2026-11-03T12:00:00Z",
    "2026-11-05T12:00:00Z",
    "previous"
  )
  expect(gains).toEqual({ views: 35 })
  expect(previous).toEqual({
    from: at("2026-11-01T12:00:00Z"),
    to: at("2026-11-03T12:00:00Z"),
    gains: { views: 30 },
  })
  expect(series).toHaveLength(3)
})

it("knows nothing of a post without readings", () => {
  const told = tell([], "2026-11-03T12:00:00Z", "2026-11-05T12:00:00Z")
  expect(told).toEqual({
    series: [],
    gains: {},
    breaks: [],
    peak: {},
    latest: {},
    previous: null,
  })
})
