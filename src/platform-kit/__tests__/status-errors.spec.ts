import { errorFromStatus, retryAfter } from "../status-errors"

const NOW = new Date("2026-11-01T12:00:00Z")

const errorOf = (status: number, headers: Record<string, string> = {}) =>
  errorFromStatus("Test", { status, headers, body: undefined }, NOW)

describe("errorFromStatus", () => {
  it.each([
    [301, "invalid", "app"],
    [302, "invalid", "app"],
    [401, "auth", "account"],
    [403, "permission", "account"],
    [404, "gone", "post"],
    [410, "gone", "post"],
    [429, "rate_limit", "account"],
    [500, "transient", "post"],
    [502, "transient", "post"],
    [503, "transient", "post"],
    [599, "transient", "post"],
  ])("takes %d as %s of the %s", (status, kind, scope) => {
    const error = errorOf(status)
    expect(error).toMatchObject({ kind, scope, code: `http_${status}` })
    expect(error?.message).toContain("Test")
  })

  it.each([200, 204])("finds nothing wrong with %d", (status) => {
    expect(errorOf(status)).toBeNull()
  })

  it.each([400, 422])("leaves %d to the platform's table", (status) => {
    expect(errorOf(status)).toBeNull()
  })

  it("says when a limit opens again", () => {
    expect(errorOf(429, { "retry-after": "90" })?.retry_at).toEqual(
      new Date("2026-11-01T12:01:30Z")
    )
    expect(errorOf(429)?.retry_at).toBeNull()
  })
})

describe("retryAfter", () => {
  it.each([
    ["0", "2026-11-01T12:00:00.000Z"],
    ["60", "2026-11-01T12:01:00.000Z"],
    ["Sun, 01 Nov 2026 12:05:00 GMT", "2026-11-01T12:05:00.000Z"],
  ])("reads %j", (value, expected) => {
    expect(retryAfter({ "retry-after": value }, NOW)?.toISOString()).toBe(
      expected
    )
  })

  it.each([[{}], [{ "retry-after": "" }], [{ "retry-after": "soon" }]])(
    "does not know %j",
    (headers) => {
      expect(retryAfter(headers, NOW)).toBeNull()
    }
  )
})
