import { readableName } from "../readable-name"

describe("readableName", () => {
  it("writes a key as words", () => {
    expect(readableName("swipe_ups")).toBe("Swipe ups")
    expect(readableName("swipeUps")).toBe("Swipe ups")
    expect(readableName("pins")).toBe("Pins")
  })
})
