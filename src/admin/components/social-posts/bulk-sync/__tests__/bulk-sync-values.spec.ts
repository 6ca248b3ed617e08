import { isAllowedLimit, toInput, USUAL } from "../bulk-sync-values"

describe("isAllowedLimit", () => {
  it.each(["1", "50", "1000"])("takes %s", (typed) => {
    expect(isAllowedLimit(typed)).toBe(true)
  })

  it.each(["", "0", "-1", "1.5", "1001", "many"])("refuses %p", (typed) => {
    expect(isAllowedLimit(typed)).toBe(false)
  })
})

describe("toInput", () => {
  it("leaves the platform out for all of them", () => {
    expect(toInput(USUAL)).toEqual({ limit: 50, force: false })
  })

  it("names a platform or an account alike", () => {
    expect(toInput({ scope: "sacc_1", limit: "7", force: true })).toEqual({
      platform_id: "sacc_1",
      limit: 7,
      force: true,
    })
  })
})
