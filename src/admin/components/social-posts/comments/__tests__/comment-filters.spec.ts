import { toFilters } from "../comment-filters"

describe("toFilters", () => {
  it("narrows to nothing without a wish", () => {
    expect(toFilters("  ", "all")).toEqual({})
  })

  it("asks for a text and one kind of threads", () => {
    expect(toFilters(" where? ", "unanswered")).toEqual({
      q: "where?",
      unanswered: true,
    })
    expect(toFilters("", "hidden")).toEqual({ hidden: true })
  })
})
