import { MetricVerdicts } from "../verdicts"

const START = new Date("2026-11-01T12:00:00Z")
const days = (count: number) => new Date(START.getTime() + count * 86400000)

describe("MetricVerdicts", () => {
  it("believes a refusal for 30 days", () => {
    const clock = { now: START }
    const verdicts = new MetricVerdicts("test", () => clock.now)
    verdicts.refuse("graph", "FEED", "views")
    expect(verdicts.isRefused("graph", "FEED", "views")).toBe(true)

    clock.now = new Date(days(30).getTime() - 1)
    expect(verdicts.isRefused("graph", "FEED", "views")).toBe(true)

    clock.now = days(30)
    expect(verdicts.isRefused("graph", "FEED", "views")).toBe(false)
  })

  it("holds only for its host, product type and metric", () => {
    const verdicts = new MetricVerdicts("test", () => START)
    verdicts.refuse("graph", "FEED", "views")
    expect(verdicts.isRefused("other", "FEED", "views")).toBe(false)
    expect(verdicts.isRefused("graph", "REELS", "views")).toBe(false)
    expect(verdicts.isRefused("graph", "FEED", "reach")).toBe(false)
  })

  it("knows what was stored, until it expires", () => {
    const stored = {
      platform: "test",
      host: "graph",
      product_type: "FEED",
    }
    const verdicts = new MetricVerdicts("test", () => START, [
      { ...stored, metric: "views", expires_at: days(1) },
      { ...stored, metric: "reach", expires_at: days(-1) },
    ])
    expect(verdicts.isRefused("graph", "FEED", "views")).toBe(true)
    expect(verdicts.isRefused("graph", "FEED", "reach")).toBe(false)
    expect(verdicts.takeLearned()).toEqual([])
  })

  it("gives what it learned once", () => {
    const verdicts = new MetricVerdicts("test", () => START)
    verdicts.refuse("graph", "FEED", "views")
    expect(verdicts.takeLearned()).toEqual([
      {
        platform: "test",
        host: "graph",
        product_type: "FEED",
        metric: "views",
        expires_at: days(30),
      },
    ])
    expect(verdicts.takeLearned()).toEqual([])
    expect(verdicts.isRefused("graph", "FEED", "views")).toBe(true)
  })
})
