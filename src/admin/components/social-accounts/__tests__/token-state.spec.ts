import { isParked, tokenState } from "../token-state"

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

it("holds an account back only as long as the limit lasts", () => {
  expect(isParked(inDays(1), NOW)).toBe(true)
  expect(isParked(inDays(-1), NOW)).toBe(false)
  expect(isParked(null, NOW)).toBe(false)
})
