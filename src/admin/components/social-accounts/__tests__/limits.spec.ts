import { limitedCalls, usedColour } from "../health/limits"

it.each([
  ["calls", null],
  ["pages:1148671018324630", "Pages 1148671018324630"],
  ["GET /2/tweets", "GET /2/tweets"],
])("reads %p as the calls %p", (bucket, calls) => {
  expect(limitedCalls(bucket)).toBe(calls)
})

it("warns where calls are spread and where they stop", () => {
  const colours = [74.9, 75, 94.9, 95, 120].map(usedColour)
  expect(colours.map((name) => /blue|orange|red/.exec(name)?.[0])).toEqual([
    "blue",
    "orange",
    "orange",
    "red",
    "red",
  ])
})
