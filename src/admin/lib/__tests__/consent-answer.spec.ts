import { isCancelled, readConsentAnswer } from "../consent-answer"

describe("readConsentAnswer", () => {
  it("reads a code with its state", () => {
    expect(readConsentAnswer("?code=AQB-1&state=s1")).toEqual({
      state: "s1",
      code: "AQB-1",
    })
  })

  it("reads a refusal with what the platform says about it", () => {
    expect(
      readConsentAnswer(
        "?error=access_denied&error_reason=user_denied&error_description=Permissions%20error&state=s1"
      )
    ).toEqual({
      state: "s1",
      error: "access_denied",
      error_reason: "user_denied",
      error_description: "Permissions error",
    })
  })

  it.each(["", "?code=AQB", "?state=s1", "?error=access_denied"])(
    "finds no answer in %p",
    (search) => expect(readConsentAnswer(search)).toBeNull()
  )
})

describe("isCancelled", () => {
  it.each([
    "access_denied",
    "user_cancelled_login",
    "user_cancelled_authorize",
  ])("takes %s for a no", (error) =>
    expect(isCancelled({ state: "s1", error })).toBe(true)
  )

  it("takes nothing else for one", () => {
    expect(
      isCancelled({ state: "s1", error: "unauthorized_scope_error" })
    ).toBe(false)
    expect(isCancelled({ state: "s1", code: "cancel" })).toBe(false)
  })
})
