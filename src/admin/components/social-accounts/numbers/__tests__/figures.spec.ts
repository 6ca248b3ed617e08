import type { SocialAccountTimeline } from "../../../../types/http"
import { accountFigures, drawnMetrics, toPoints } from "../figures"

const day = (
  number: number,
  metrics: Record<string, number | null>,
  unavailable: Record<string, string> = {}
) => ({
  day: `2026-11-0${number}`,
  period_end: null,
  captured_at: null,
  metrics,
  unavailable,
})

const TIMELINE: SocialAccountTimeline = {
  days: [
    day(1, { followers: 100, reach: 7, views: null }, { saves: "not_offered" }),
    day(2, { followers: null, reach: 9, views: 3 }, { clicks: "retired" }),
    day(
      3,
      { followers: 104, reach: null, views: 0 },
      {
        profile_views: "too_few_followers",
        saves: "not_offered",
      }
    ),
  ],
  latest: { followers: { value: 105, day: "2026-11-04" }, reach: null },
  gains: { followers: 4, reach: null, views: 3 },
  peak: { views: { day: "2026-11-02", value: 3 }, reach: null },
  previous: null,
}

const figureOf = (metric: string) =>
  accountFigures(TIMELINE).find((one) => one.metric === metric)

describe("accountFigures", () => {
  it("gives a total as it stands, with how it changed", () => {
    expect(figureOf("followers")).toEqual({
      metric: "followers",
      value: 105,
      reason: null,
      gain: 4,
      peak: null,
    })
  })

  it("adds up what days brought, with the best of them", () => {
    expect(figureOf("views")).toMatchObject({
      value: 3,
      peak: { day: "2026-11-02", value: 3 },
    })
  })

  it("never adds up people, and says so", () => {
    expect(figureOf("reach")).toMatchObject({ value: null, reason: "unique" })
  })

  it("keeps what is missing for a reason, and leaves out what is not there", () => {
    expect(figureOf("profile_views")).toMatchObject({
      value: null,
      reason: "too_few_followers",
    })
    expect(figureOf("saves")).toBeUndefined()
    expect(figureOf("clicks")).toBeUndefined()
  })

  it("gives no sum of days that are not all known", () => {
    const timeline = { ...TIMELINE, gains: { views: null } }
    expect(
      accountFigures(timeline).find(({ metric }) => metric === "views")
    ).toMatchObject({ value: null, reason: "incomplete" })
  })

  it("has the followers first", () => {
    expect(accountFigures(TIMELINE).map(({ metric }) => metric)).toEqual([
      "followers",
      "reach",
      "views",
      "profile_views",
    ])
  })
})

describe("a chart", () => {
  it("is offered for numbers with two known days; a zero is known", () => {
    expect(drawnMetrics(TIMELINE)).toEqual(["followers", "reach", "views"])
  })

  it("has gaps for days on which a number was not known", () => {
    expect(toPoints(TIMELINE.days, "views")).toEqual([
      { time: "2026-11-01", value: null },
      { time: "2026-11-02", value: 3 },
      { time: "2026-11-03", value: 0 },
    ])
  })
})
