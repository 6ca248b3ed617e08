import {
  PlatformError,
  type PlatformErrorDetails,
} from "../../../../platform-kit"
import { nextReadingAt } from "../next-reading-at"

const NOW = new Date("2026-11-20T10:30:00Z")
const HOUR = 60 * 60 * 1000
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

const after = (details: Partial<PlatformErrorDetails>) =>
  nextReadingAt(
    "sacc_1",
    [
      new PlatformError({
        kind: "transient",
        scope: "post",
        code: "x",
        message: "x",
        ...details,
      }),
    ],
    NOW
  )

describe("nextReadingAt", () => {
  it("is the next day, after it has ended everywhere", () => {
    const times = Array.from({ length: 300 }, (_, at) =>
      nextReadingAt(`sacc_${at}`, [], NOW).getTime()
    )
    const first = new Date("2026-11-21T09:00:00Z").getTime()
    const offsets = times.map((time) => (time - first) / HOUR)
    expect(Math.min(...offsets)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...offsets)).toBeLessThan(4)
    // Spread: no quarter of the time has more than a third of the accounts.
    for (const quarter of [0, 1, 2, 3]) {
      const inside = offsets.filter((at) => Math.floor(at) === quarter)
      expect(inside.length).toBeGreaterThan(25)
      expect(inside.length).toBeLessThan(100)
    }
  })

  it("is always the same hour for an account", () => {
    const tomorrow = nextReadingAt("sacc_1", [], NOW)
    const next = nextReadingAt("sacc_1", [], tomorrow)
    expect(next.getTime() - tomorrow.getTime()).toBe(24 * HOUR)
  })

  it("is soon after trouble that passes", () => {
    expect(after({})).toEqual(inHours(1))
  })

  it("waits for a limit, though not for ever", () => {
    const limit = { kind: "rate_limit", scope: "account" } as const
    expect(after({ ...limit, retry_at: inHours(5) })).toEqual(inHours(5))
    expect(after(limit)).toEqual(inHours(1))
    expect(after({ ...limit, retry_at: inHours(-5) }) > NOW).toBe(true)
    expect(after({ ...limit, retry_at: inHours(24 * 400) })).toEqual(
      inHours(24 * 31)
    )
  })

  it.each(["permission", "auth", "invalid"] as const)(
    "does not hurry after %s",
    (kind) => {
      expect(after({ kind, scope: "account" })).toEqual(
        nextReadingAt("sacc_1", [], NOW)
      )
    }
  )
})
