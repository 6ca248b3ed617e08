import type { SocialPostSnapshot } from "../../../../types/http"
import {
  breaksOf,
  changeOf,
  drawableMetrics,
  mostTelling,
  readingsOf,
  toSeries,
} from "../series"

const reading = (
  day: number,
  metrics: Record<string, number | null>,
  other_metrics: Record<string, number | null> | null = null
): SocialPostSnapshot => ({
  id: `ssnap_${day}`,
  captured_at: `2026-11-0${day}T00:00:00Z`,
  other_metrics,
  breakdowns: null,
  definition_version: 1,
  ...metrics,
})

const TIMELINE = [
  reading(3, { likes: 12, reach: 0, clicks: 4 }, { follows: 3 }),
  reading(2, { likes: null, reach: 0, clicks: null }, { follows: 1 }),
  reading(1, { likes: 7, reach: null, clicks: null }),
]

describe("toSeries", () => {
  it("runs from old to new, with gaps for what was not known", () => {
    expect(toSeries(TIMELINE, "likes")).toEqual([
      { time: "2026-11-01T00:00:00Z", value: 7 },
      { time: "2026-11-02T00:00:00Z", value: null },
      { time: "2026-11-03T00:00:00Z", value: 12 },
    ])
  })

  it("finds numbers without a column of their own", () => {
    expect(toSeries(TIMELINE, "follows").map(({ value }) => value)).toEqual([
      null,
      1,
      3,
    ])
  })
})

describe("drawableMetrics", () => {
  it("offers numbers with two known readings; a zero is known", () => {
    expect(drawableMetrics(TIMELINE)).toEqual(["reach", "likes", "follows"])
  })
})

describe("changeOf", () => {
  it("compares the last two readings", () => {
    expect(changeOf(TIMELINE, "follows")).toBe(2)
    expect(changeOf(TIMELINE, "reach")).toBe(0)
  })

  it("knows no change when one of them is unknown", () => {
    expect(changeOf(TIMELINE, "likes")).toBe(0)
    expect(changeOf(TIMELINE.slice(0, 1), "clicks")).toBe(0)
  })
})

describe("mostTelling", () => {
  it("is the first number that moved", () => {
    expect(mostTelling(TIMELINE, ["reach", "likes", "follows"])).toBe("likes")
  })

  it("is the first when nothing moved, and none without any", () => {
    expect(mostTelling(TIMELINE, ["reach"])).toBe("reach")
    expect(mostTelling(TIMELINE, [])).toBeNull()
  })
})

describe("breaksOf", () => {
  it("finds those of one number, the oldest first", () => {
    const broken = (at: string, metric: string) => ({
      at,
      metric,
      from_version: 1,
      to_version: 2,
    })
    const breaks = [
      broken("2026-11-09T00:00:00Z", "views"),
      broken("2026-11-04T00:00:00Z", "reach"),
      broken("2026-11-02T00:00:00Z", "views"),
    ]
    expect(breaksOf(breaks, "views")).toEqual([
      "2026-11-02T00:00:00Z",
      "2026-11-09T00:00:00Z",
    ])
    expect(breaksOf(undefined, "views")).toEqual([])
  })
})

describe("readingsOf", () => {
  it("takes the whole series where the snapshots are a page of it only", () => {
    const series = [1, 2, 3, 4].map((day) => ({
      at: `2026-11-0${day}T00:00:00Z`,
      definition_version: 1,
      values: { likes: day === 2 ? null : day },
    }))
    const readings = readingsOf({ series, timeline: TIMELINE })
    expect(toSeries(readings, "likes")).toEqual(
      series.map(({ at, values }) => ({ time: at, value: values.likes }))
    )
    expect(readingsOf({ timeline: TIMELINE })).toBe(TIMELINE)
  })
})
