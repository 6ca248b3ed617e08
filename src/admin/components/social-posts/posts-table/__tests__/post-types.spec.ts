import { storedTypes } from "../post-types"

describe("storedTypes", () => {
  it("names every spelling of a kind of post", () => {
    expect(storedTypes(["REELS", "STORY"])).toEqual(["REELS", "REEL", "STORY"])
  })

  it("takes a single name, and leaves an unknown one as it is", () => {
    expect(storedTypes("live")).toEqual(["live"])
  })

  it("filters by nothing without a choice", () => {
    expect(storedTypes(undefined)).toBeUndefined()
  })
})
