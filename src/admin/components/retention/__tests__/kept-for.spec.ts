import { keptFor, removedOf } from "../kept-for"

describe("keptFor", () => {
  it("says short times in hours and long ones in days", () => {
    expect(keptFor(48)).toEqual({ unit: "hours", count: 48 })
    expect(keptFor(24 * 30)).toEqual({ unit: "days", count: 30 })
    expect(keptFor(100)).toEqual({ unit: "hours", count: 100 })
    expect(keptFor(0)).toBeNull()
  })
})

describe("removedOf", () => {
  it("tells of what there was, the most first", () => {
    expect(
      removedOf({
        linkedin: { comments: 12, comment_authors: 0 },
        all: { snapshots: 40 },
        twitter: {},
      })
    ).toEqual([
      { platform: "all", data: "snapshots", count: 40 },
      { platform: "linkedin", data: "comments", count: 12 },
    ])
  })
})
