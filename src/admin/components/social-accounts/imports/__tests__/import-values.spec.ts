import { isAllowedLimit, toBody } from "../import-values"

const NOW = Date.parse("2026-03-31T08:00:00Z")

describe("toBody", () => {
  it("goes back so many days, and as far as there is anything for all", () => {
    expect(toBody({ reach: "month", limit: "1000" }, NOW)).toEqual({
      since: "2026-03-01T08:00:00.000Z",
      limit: 1000,
      full: true,
    })
    expect(toBody({ reach: "all", limit: " " }, NOW)).toEqual({
      since: null,
      limit: null,
      full: true,
    })
  })
})

describe("isAllowedLimit", () => {
  it.each(["", "1", "25000"])("takes %p", (typed) => {
    expect(isAllowedLimit(typed)).toBe(true)
  })

  it.each(["0", "-4", "1.5", "many"])("refuses %p", (typed) => {
    expect(isAllowedLimit(typed)).toBe(false)
  })
})
