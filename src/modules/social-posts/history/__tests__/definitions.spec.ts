import { definitionVersion, findBreaks, isBroken } from "../definitions"
import { reading } from "./reading"

const DEFINITIONS = [
  { since: "2025-03-31", version: 2, metrics: ["views" as const] },
  { since: "2026-08-24", version: 3, metrics: ["reach" as const] },
]

describe("definitionVersion", () => {
  it.each([
    ["2025-03-30T23:59:59.999Z", 1],
    ["2025-03-31T00:00:00Z", 2],
    ["2026-08-23T12:00:00Z", 2],
    ["2030-01-01T00:00:00Z", 3],
  ])("of %s is %d", (at, version) => {
    expect(definitionVersion(DEFINITIONS, new Date(at))).toBe(version)
  })

  it("is 1 where nothing was ever redefined", () => {
    expect(definitionVersion(undefined, new Date())).toBe(1)
  })
})

describe("isBroken", () => {
  it.each([
    ["views", 1, 2, true],
    ["views", 2, 3, false],
    ["views", 1, 3, true],
    ["views", 3, 1, true],
    ["likes", 1, 3, false],
    // Views can be what the rate is computed over; the sum has none in it.
    ["engagement_rate", 1, 2, true],
    ["engagement", 1, 3, false],
    ["views", 2, 2, false],
    // Nobody knows what version 4 means.
    ["likes", 3, 4, true],
  ])("of %s from %d to %d is %p", (metric, before, after, broken) => {
    expect(isBroken(DEFINITIONS, metric, before, after)).toBe(broken)
  })
})

it("finds breaks at the first reading of the new way", () => {
  const readings = [
    reading("2025-03-30T10:00:00Z", { views: 10, likes: 1 }, 1),
    reading("2025-04-02T10:00:00Z", { views: 90, likes: 2 }, 2),
    reading("2025-04-03T10:00:00Z", { views: 95, likes: 2 }, 2),
  ]
  expect(findBreaks(DEFINITIONS, readings, ["views", "likes"])).toEqual([
    {
      at: new Date("2025-04-02T10:00:00Z"),
      metric: "views",
      from_version: 1,
      to_version: 2,
    },
  ])
})
