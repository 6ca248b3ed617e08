import { toExportQuery } from "../to-export-query"

describe("toExportQuery", () => {
  it("keeps the filters only", () => {
    expect(
      toExportQuery({
        fields: "id",
        limit: 20,
        offset: 40,
        order: "-likes",
        q: undefined,
        platform: ["instagram"],
        has_problems: "true",
      })
    ).toEqual({ platform: ["instagram"], has_problems: "true" })
  })
})
