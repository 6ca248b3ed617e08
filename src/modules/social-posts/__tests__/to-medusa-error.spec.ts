import { type ErrorKind, PlatformError } from "../../../platform-kit"
import { toMedusaError } from "../utils/to-medusa-error"

const error = (kind: ErrorKind) =>
  new PlatformError({
    kind,
    scope: "account",
    code: "190/463",
    message: "The token EAAB has expired.",
  })

describe("toMedusaError", () => {
  it.each([
    ["invalid", "invalid_data"],
    ["gone", "invalid_data"],
    ["auth", "not_allowed"],
    ["permission", "not_allowed"],
    ["rate_limit", "not_allowed"],
    ["transient", "not_allowed"],
  ] as const)("takes %s as %s", (kind, type) => {
    expect(toMedusaError(error(kind))).toMatchObject({
      type,
      code: "190/463",
      message: "The token EAAB has expired.",
    })
  })

  it("cleans the sentence first", () => {
    expect(
      toMedusaError(error("auth"), (text) => text.replace("EAAB", "…")).message
    ).toBe("The token … has expired.")
  })
})
