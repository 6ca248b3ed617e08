import { toDuration } from "../duration"

describe("toDuration", () => {
  it.each([
    [-5, { unit: "seconds", seconds: 0 }],
    [1_540, { unit: "seconds", seconds: 1.5 }],
    [9_960, { unit: "seconds", seconds: 10 }],
    [59_400, { unit: "seconds", seconds: 59 }],
    [59_600, { unit: "minutes", minutes: 1, seconds: 0 }],
    [200_000, { unit: "minutes", minutes: 3, seconds: 20 }],
    [3_600_000, { unit: "hours", hours: 1, minutes: 0 }],
    [3_899_000, { unit: "hours", hours: 1, minutes: 5 }],
    [7_190_000, { unit: "hours", hours: 2, minutes: 0 }],
  ])("%d ms", (milliseconds, duration) => {
    expect(toDuration(milliseconds)).toEqual(duration)
  })
})
