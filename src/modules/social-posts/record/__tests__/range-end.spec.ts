import {
  type ErrorKind,
  type ErrorScope,
  PlatformError,
} from "../../../../platform-kit"
import { rangeEnd } from "../range-end"

const error = (kind: ErrorKind, scope: ErrorScope = "account") =>
  new PlatformError({ kind, scope, code: "1", message: "Trouble." })

describe("rangeEnd", () => {
  it("has nothing to explain when nothing went wrong", () => {
    expect(rangeEnd([], null)).toEqual({ reason: null, stopped: false })
  })

  it.each([
    ["auth", "account", true],
    ["rate_limit", "account", true],
    ["rate_limit", "app", true],
    ["quota", "account", true],
    ["payment", "app", true],
    // A limit of one part, and trouble with one part.
    ["rate_limit", "post", false],
    ["transient", "post", false],
    ["permission", "account", false],
    ["permission", "app", false],
    ["invalid", "account", false],
    ["unsupported_metric", "metric", false],
  ] as const)(
    "a part with %s of the %s stops the reading: %s",
    (kind, scope, stopped) => {
      expect(rangeEnd([error(kind, scope)], null).stopped).toBe(stopped)
    }
  )

  it.each([
    ["transient", "post", true],
    ["rate_limit", "account", true],
    ["permission", "account", false],
    ["invalid", "post", false],
  ] as const)(
    "a range that broke off with %s of the %s stops the reading: %s",
    (kind, scope, stopped) => {
      expect(rangeEnd([], error(kind, scope)).stopped).toBe(stopped)
    }
  )

  it("explains what is left out by what broke the range off", () => {
    const permission = error("permission", "metric")
    expect(rangeEnd([permission], error("transient")).reason).toBe("not_read")
    expect(rangeEnd([error("no_data")], permission).reason).toBe(
      "not_permitted"
    )
  })

  it("takes nothing for refused that may only have failed in passing", () => {
    const parts = [error("permission"), error("transient", "post")]
    expect(rangeEnd(parts, null).reason).toBe("not_read")
    expect(rangeEnd(parts.reverse(), null).reason).toBe("not_read")
    expect(rangeEnd([error("permission")], null).reason).toBe("not_permitted")
  })
})
