import {
  fieldOf,
  isAllowedDays,
  toChanges,
  toValues,
} from "../retention-values"

const SETTINGS = {
  comments_days: null,
  posts_all_days: 30,
  posts_daily_days: 365,
  runs_days: 90,
}

describe("the retention form", () => {
  it("writes what has no end as nothing", () => {
    expect(toValues(SETTINGS)).toEqual({
      comments_days: "",
      posts_all_days: "30",
      posts_daily_days: "365",
      runs_days: "90",
    })
  })

  it("sends what was changed only", () => {
    const values = toValues(SETTINGS)
    expect(toChanges(values, SETTINGS)).toEqual({})
    expect(
      toChanges({ ...values, comments_days: " 7 ", runs_days: "" }, SETTINGS)
    ).toEqual({ comments_days: 7, runs_days: null })
  })

  it.each(["1", "3650"])("takes %p days", (typed) => {
    expect(isAllowedDays("posts_all_days", typed)).toBe(true)
  })

  it.each(["0", "-1", "1.5", "x"])("refuses %p days", (typed) => {
    expect(isAllowedDays("comments_days", typed)).toBe(false)
  })

  it("lets comments and logs have no end, but not the readings", () => {
    expect(isAllowedDays("comments_days", " ")).toBe(true)
    expect(isAllowedDays("posts_all_days", " ")).toBe(false)
  })

  it("finds the field that a refusal is about", () => {
    expect(
      fieldOf("posts_daily_days (5) must be at least posts_all_days (30).")
    ).toBe("posts_daily_days")
    expect(fieldOf("Something else")).toBeNull()
  })
})
