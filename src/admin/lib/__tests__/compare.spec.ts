import { compare } from "../compare"

describe("compare", () => {
  it("says which way it went, and by how much of what was before", () => {
    expect(compare(150, 120)).toEqual({
      direction: "up",
      by: 30,
      percent: 25,
    })
    expect(compare(90, 120)).toEqual({
      direction: "down",
      by: 30,
      percent: 25,
    })
    expect(compare(5, 5)).toEqual({ direction: "same", by: 0, percent: 0 })
  })

  it("knows no percentage of nothing, nor of a loss", () => {
    expect(compare(7, 0)).toEqual({ direction: "up", by: 7, percent: null })
    expect(compare(7, -3)).toEqual({ direction: "up", by: 10, percent: null })
  })

  it("compares nothing with what is not known", () => {
    expect(compare(null, 3)).toBeNull()
    expect(compare(3, undefined)).toBeNull()
  })
})
