import { isStale } from "../is-stale"
import { mergeStory } from "../merge-story"

const told = {
  metrics: { reach: 40, replies: null, navigation: 24 },
  unavailable: { replies: "too_few_viewers" as const },
  native: { reach: 40 },
  breakdowns: { navigation: { tap_forward: 20, tap_back: 4 } },
}
const block = "instagram_insights"

describe("a story's last numbers", () => {
  it("take the place of an earlier reading, and unknown of nothing", () => {
    const stored = { reach: 30, replies: 2, [block]: { reach: 30, views: 5 } }
    const reading = mergeStory(stored, told, { isLate: false, block })
    expect(reading.metrics).toEqual({ reach: 40, navigation: 24 })
    expect(reading.unavailable).toEqual({})
    expect(reading.native).toEqual({ reach: 40, views: 5 })
  })

  it("leave a later reading alone, but for what it does not know", () => {
    const stored = { reach: 41, [block]: { reach: 41 } }
    const reading = mergeStory(stored, told, { isLate: true, block })
    expect(reading.metrics).toEqual({ replies: null, navigation: 24 })
    expect(reading.native).toEqual({ reach: 41 })
  })

  it("count the parts of a breakdown that are not told", () => {
    const breakdowns = {
      navigation: { tap_forward: 18, swipe_forward: 6 },
      profile_activity: { call: 1 },
    }
    const stored = { navigation: 24, breakdowns }
    const reading = mergeStory(stored, told, { isLate: false, block })
    expect(reading.metrics.navigation).toBe(30)
    expect(reading.breakdowns).toEqual({
      navigation: { tap_forward: 20, tap_back: 4, swipe_forward: 6 },
      profile_activity: { call: 1 },
    })
  })
})

describe("what is stale", () => {
  const at = new Date("2026-11-02T12:00:00Z")

  it("is older than what is known, by the platform's grain", () => {
    expect(isStale(at, null)).toBe(false)
    expect(isStale(at, new Date(at.getTime() + 999))).toBe(false)
    expect(isStale(at, new Date(at.getTime() + 1000))).toBe(true)
    expect(isStale(at, new Date(at.getTime() - 5000))).toBe(false)
  })
})
