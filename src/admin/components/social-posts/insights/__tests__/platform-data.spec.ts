import { platformRows } from "../platform-data"

describe("platformRows", () => {
  it("lists nested values under their full names", () => {
    const insights = {
      likes: 1,
      twitter_insights: { public_metrics: { like_count: 1 }, note: null },
    }
    expect(platformRows(insights)).toEqual([
      { name: "public_metrics.like_count", value: 1 },
      { name: "note", value: null },
    ])
  })

  it("is empty without a platform's block", () => {
    expect(platformRows({ likes: 1 })).toEqual([])
  })
})
