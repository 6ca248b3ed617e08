import { dayAfter } from "../day-after"
import { readFilter } from "../read-filter"

describe("readFilter", () => {
  it.each([
    [undefined, undefined],
    ["null", undefined],
    ['["instagram"]', ["instagram"]],
    ["instagram", "instagram"],
    ["false", false],
  ])("reads %p as %p", (value, filter) => {
    expect(readFilter(value)).toEqual(filter)
  })
})

describe("dayAfter", () => {
  it("is the end of the day", () => {
    const day = new Date(2026, 4, 31, 15)
    expect(dayAfter(day.toISOString())).toBe(new Date(2026, 5, 1).toISOString())
  })

  it("ignores what is no date", () => {
    expect(dayAfter("yesterday")).toBeUndefined()
    expect(dayAfter(undefined)).toBeUndefined()
  })
})
