import {
  calendarDate,
  daysOf,
  pickedDay,
  rangeOf,
  today,
  withFrom,
  withTo,
  yesterday,
} from "../day-range"

const NOON = Date.parse("2026-03-01T12:00:00Z")

describe("rangeOf", () => {
  it("counts both ends, over the end of a month", () => {
    expect(rangeOf(7, yesterday(NOON))).toEqual({
      from: "2026-02-22",
      to: "2026-02-28",
    })
    expect(rangeOf(28, today(NOON))).toEqual({
      from: "2026-02-02",
      to: "2026-03-01",
    })
  })

  it("takes days of one's own as they are, and has none for everything", () => {
    const own = { from: "2025-12-24", to: "2025-12-31" }
    expect(rangeOf(own, today(NOON))).toEqual(own)
    expect(rangeOf("all", today(NOON))).toBeNull()
  })
})

describe("a day in a calendar", () => {
  it("stays the same day, wherever the reader is", () => {
    expect(pickedDay(calendarDate("2026-03-29"))).toBe("2026-03-29")
    expect(pickedDay(new Date(2026, 0, 2, 23, 59))).toBe("2026-01-02")
  })

  it("is today when it is still to come", () => {
    expect(pickedDay(new Date(2026, 11, 10), NOON)).toBe("2026-03-01")
  })

  it("bears a year that is still being typed", () => {
    expect(pickedDay(calendarDate("0020-02-29"))).toBe("0020-02-29")
  })
})

describe("a range", () => {
  const range = { from: "2026-03-01", to: "2026-03-10" }

  it("moves its other end rather than end before it begins", () => {
    expect(withFrom(range, "2026-03-12")).toEqual({
      from: "2026-03-12",
      to: "2026-03-12",
    })
    expect(withTo(range, "2026-02-12")).toEqual({
      from: "2026-02-12",
      to: "2026-02-12",
    })
    expect(withTo(range, "2026-03-05")).toEqual({ ...range, to: "2026-03-05" })
  })
})

describe("daysOf", () => {
  it("writes a span of moments as the days that are in it", () => {
    const days = { from: "2026-11-07", to: "2026-11-13" }
    expect(
      daysOf({
        from: "2026-11-07T00:00:00.000Z",
        to: "2026-11-14T00:00:00.000Z",
      })
    ).toEqual(days)
    expect(daysOf(days)).toEqual(days)
  })
})
