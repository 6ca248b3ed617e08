import { storyState } from "../story-state"

const NOW = Date.parse("2026-11-21T12:00:00Z")

describe("storyState", () => {
  it("ends at its moment", () => {
    expect(storyState({ expires_at: "2026-11-21T12:00:01Z" }, NOW)).toBe(
      "alive"
    )
    expect(storyState({ expires_at: "2026-11-21T12:00:00Z" }, NOW)).toBe(
      "ended"
    )
  })

  it("is nothing for a post that stays", () => {
    expect(storyState({ expires_at: null }, NOW)).toBeNull()
    expect(storyState({}, NOW)).toBeNull()
  })
})
