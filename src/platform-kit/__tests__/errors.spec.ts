import {
  type ErrorKind,
  type ErrorScope,
  ofOnePart,
  parks,
  PlatformError,
  stopsAccount,
} from "../errors"

const error = (kind: ErrorKind, scope: ErrorScope) =>
  new PlatformError({ kind, scope, code: "test", message: "A test." })

describe("PlatformError", () => {
  it("keeps its details and fills in what is absent", () => {
    expect(error("gone", "post")).toMatchObject({
      name: "PlatformError",
      kind: "gone",
      scope: "post",
      code: "test",
      message: "A test.",
      retry_at: null,
      metrics: [],
      allowed: null,
      missing_scope: null,
    })
  })

  it("is recognised, also from another copy of the package", () => {
    let Copy = PlatformError
    jest.isolateModules(() => {
      Copy =
        jest.requireActual<typeof import("../errors")>(
          "../errors"
        ).PlatformError
    })
    const foreign = new Copy({
      kind: "auth",
      scope: "account",
      code: "x",
      message: "x",
    })
    expect(foreign).not.toBeInstanceOf(PlatformError)
    expect(PlatformError.is(foreign)).toBe(true)
    expect(PlatformError.from(foreign)).toBe(foreign)
  })

  it.each([
    [new Error("x")],
    [{ kind: "auth" }],
    ["auth"],
    [null],
    [undefined],
  ])("is not %p", (value) => {
    expect(PlatformError.is(value)).toBe(false)
  })

  it("takes unknown errors as ours, about one post", () => {
    const cause = new TypeError("x is undefined")
    const made = PlatformError.from(cause)
    expect(made).toMatchObject({
      kind: "invalid",
      scope: "post",
      code: "unexpected",
      cause,
    })
    expect(made.message).toContain("x is undefined")
  })

  it.each([["a text"], [null], [undefined], [5]])(
    "makes an error of %p too",
    (thrown) => {
      expect(PlatformError.from(thrown).message).toContain(String(thrown))
    }
  )
})

describe("stopsAccount", () => {
  it.each([
    ["metric", false],
    ["post", false],
    ["account", true],
    ["app", true],
  ] as const)("for scope %s is %s", (scope, expected) => {
    expect(stopsAccount(error("rate_limit", scope))).toBe(expected)
  })
})

describe("ofOnePart", () => {
  it.each(["account", "app"] as const)(
    "lets the %s go on after a limit, with its time",
    (scope) => {
      const retry_at = new Date("2026-11-01T12:10:00Z")
      const limit = new PlatformError({
        kind: "rate_limit",
        scope,
        code: "88",
        message: "A limit.",
        retry_at,
      })
      const part = ofOnePart(limit)
      expect(part).toMatchObject({
        kind: "rate_limit",
        scope: "post",
        code: "88",
        message: "A limit.",
        retry_at,
        cause: limit,
      })
      expect(parks(part)).toBe(false)
    }
  )

  it.each([
    ["quota", "app"],
    ["payment", "app"],
    ["auth", "account"],
    ["permission", "account"],
    ["transient", "post"],
  ] as const)("leaves %s of the %s as it is", (kind, scope) => {
    const other = error(kind, scope)
    expect(ofOnePart(other)).toBe(other)
  })
})

describe("parks", () => {
  it.each(["rate_limit", "quota", "payment"] as const)(
    "an account or app for %s, but not a single post",
    (kind) => {
      expect(parks(error(kind, "account"))).toBe(true)
      expect(parks(error(kind, "app"))).toBe(true)
      expect(parks(error(kind, "post"))).toBe(false)
    }
  )

  it.each(["auth", "permission", "transient", "gone", "invalid"] as const)(
    "nothing for %s",
    (kind) => {
      expect(parks(error(kind, "account"))).toBe(false)
    }
  )
})
