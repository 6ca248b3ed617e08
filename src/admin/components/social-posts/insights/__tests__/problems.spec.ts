import { asksToReconnect, commentsProblem, problemsOf } from "../problems"

describe("problemsOf", () => {
  it("says a stored problem once although the answer repeats it", () => {
    expect(
      problemsOf(
        ["Post: Post not found."],
        "Post: Post not found. The stored numbers are 2 minutes old."
      )
    ).toEqual(["Post: Post not found."])
  })

  it("says what only the answer tells first", () => {
    expect(problemsOf(["Comments: No."], "Already syncing.")).toEqual([
      "Already syncing.",
      "Comments: No.",
    ])
    expect(problemsOf([], "Already syncing.")).toEqual(["Already syncing."])
    expect(problemsOf([], null)).toEqual([])
  })
})

describe("commentsProblem", () => {
  it("finds the sentence about comments", () => {
    const sync_errors = ["Post: Late.", "Comments: Permission denied."]
    expect(commentsProblem({ sync_errors })).toBe("Permission denied.")
    expect(commentsProblem({ sync_errors: ["Post: Late."] })).toBeNull()
    expect(commentsProblem(null)).toBeNull()
  })
})

describe("asksToReconnect", () => {
  it("recognises the advice", () => {
    expect(asksToReconnect(["Token expired. Reconnect the account."])).toBe(
      true
    )
    expect(asksToReconnect(["The platform is down."])).toBe(false)
  })
})
