import {
  type Connected,
  deadlineOf,
  isParked,
  nearDeadline,
  tokenState,
} from "../token-state"

const NOW = Date.parse("2026-11-21T12:00:00Z")
const DAY = 86_400_000
const inDays = (days: number) => new Date(NOW + days * DAY).toISOString()

describe("tokenState", () => {
  it.each([
    [null, "unknown"],
    [inDays(60), "far"],
    [inDays(7), "valid"],
    [inDays(6.9), "soon"],
    [inDays(0), "over"],
    [inDays(-1), "over"],
  ])("%s is %s", (time, state) => {
    expect(tokenState(time, NOW)).toBe(state)
  })
})

const account = (more: Partial<Connected>): Connected => ({
  status: "active",
  connection_flow: "default",
  reconnect_by: null,
  token_expires_at: null,
  ...more,
})

describe("deadlineOf", () => {
  it("is the day on which a person is needed", () => {
    const time = inDays(3)
    expect(deadlineOf(account({ reconnect_by: time }))).toEqual({
      kind: "by",
      time,
    })
  })

  it("is none for a token that renews itself, however soon it ends", () => {
    expect(deadlineOf(account({ token_expires_at: inDays(0.1) })).kind).toBe(
      "itself"
    )
  })

  it("is the end of a pasted token, or not known", () => {
    const pasted = { connection_flow: null }
    const time = inDays(30)
    expect(deadlineOf(account({ ...pasted, token_expires_at: time }))).toEqual({
      kind: "by",
      time,
    })
    expect(deadlineOf(account(pasted)).kind).toBe("unknown")
  })

  it("is nothing any more for a disconnected account", () => {
    expect(
      deadlineOf(account({ status: "disconnected", reconnect_by: inDays(3) }))
        .kind
    ).toBe("none")
  })
})

describe("nearDeadline", () => {
  it("is said seven days before", () => {
    const near = inDays(6.9)
    expect(nearDeadline(account({ reconnect_by: near }), NOW)).toBe(near)
    expect(nearDeadline(account({ reconnect_by: inDays(8) }), NOW)).toBeNull()
  })

  it("is left to the other notices of an account that is not active", () => {
    expect(
      nearDeadline(
        account({ status: "needs_reconnect", reconnect_by: inDays(1) }),
        NOW
      )
    ).toBeNull()
  })
})

it("holds an account back only as long as the limit lasts", () => {
  expect(isParked(inDays(1), NOW)).toBe(true)
  expect(isParked(inDays(-1), NOW)).toBe(false)
  expect(isParked(null, NOW)).toBe(false)
})
