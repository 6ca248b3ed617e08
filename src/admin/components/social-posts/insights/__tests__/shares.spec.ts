import { readableName, toShares, toSteps } from "../shares"

describe("toShares", () => {
  it("sorts parts by size and measures them by the total", () => {
    expect(toShares({ love: 25, like: 70, wow: 5, total: 100 })).toEqual([
      { name: "like", value: 70, percent: 70 },
      { name: "love", value: 25, percent: 25 },
      { name: "wow", value: 5, percent: 5 },
    ])
  })

  it("measures by the sum without a total, or when the total is smaller", () => {
    expect(toShares({ a: 1, b: 2 }).map(({ percent }) => percent)).toEqual([
      66.7, 33.3,
    ])
    expect(toShares({ a: 3, total: 1 })[0]?.percent).toBe(100)
  })

  it("has no shares of nothing", () => {
    expect(toShares({ like: 0, total: 0 })).toEqual([
      { name: "like", value: 0, percent: null },
    ])
    expect(toShares({ total: 5 })).toEqual([])
  })

  it("passes over what is no number", () => {
    expect(toShares({ like: null, love: 1 })).toHaveLength(1)
  })
})

describe("toSteps", () => {
  it("keeps the order of the steps and measures by the first", () => {
    expect(toSteps({ "100": 10, "0": 200, "25": 100 })).toEqual([
      { name: "0", value: 200, percent: 100 },
      { name: "25", value: 100, percent: 50 },
      { name: "100", value: 10, percent: 5 },
    ])
  })
})

describe("readableName", () => {
  it.each([
    ["tap_forward", "Tap forward"],
    ["SWIPE_FORWARD", "Swipe forward"],
    ["bioLinkClicked", "Bio link clicked"],
  ])("%s", (name, readable) => expect(readableName(name)).toBe(readable))
})
