import { scopeWords } from "../scope-words"

describe("scopeWords", () => {
  it.each([
    [{ post_ids: ["a"] }, { what: "posts", count: 1 }],
    [
      { post_ids: ["a", "b"], force: true },
      { what: "posts", count: 2 },
    ],
    [{ account_id: "sacc_1" }, { what: "account", account_id: "sacc_1" }],
    [{ platform: "instagram" }, { what: "platform", platform: "instagram" }],
    [{ due: true }, { what: "due" }],
    [{ max_age_days: 30 }, { what: "recent", days: 30 }],
    [{ force: false }, { what: "all" }],
  ])("%j", (scope, words) => {
    expect(scopeWords({ scope, total: 2 }).words).toEqual(words)
  })

  it("tells of a limit only where it held the run back", () => {
    const scope = { limit: 50 }
    expect(scopeWords({ scope, total: 50 }).limit).toBe(50)
    expect(scopeWords({ scope, total: 49 }).limit).toBeNull()
    expect(
      scopeWords({ scope: { post_ids: ["a"], limit: 1 }, total: 1 }).limit
    ).toBeNull()
  })
})
