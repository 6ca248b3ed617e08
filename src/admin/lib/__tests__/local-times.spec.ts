import { withLocalTimes } from "../local-times"

describe("withLocalTimes", () => {
  it("writes moments anew and leaves the rest as it is", () => {
    const sentence =
      "Rate limit exceeded: used up until 2026-11-21T13:05:00.000Z. Reads 5 posts."
    expect(withLocalTimes(sentence, () => "1:05 PM")).toBe(
      "Rate limit exceeded: used up until 1:05 PM. Reads 5 posts."
    )
  })
})
