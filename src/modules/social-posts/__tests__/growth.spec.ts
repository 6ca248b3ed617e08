import { pacePerHour, relativeChange } from "../insights/growth"

describe("relativeChange", () => {
  it.each([
    [{ likes: 100 }, { likes: 110 }, 10 / 110],
    [{ likes: 110 }, { likes: 100 }, 10 / 110],
    [{ likes: 0 }, { likes: 5 }, 1],
    [{ likes: 10, views: 100 }, { likes: 10, views: 200 }, 0.25],
    // Nobody ever saved it: that says nothing about the pace.
    [{ likes: 10, saves: 0 }, { likes: 20, saves: 0 }, 0.5],
    [{ likes: 10 }, { likes: 10 }, 0],
    [{ likes: 10 }, { likes: null }, null],
    [{}, { likes: 10 }, null],
    [{ likes: 0 }, { likes: 0 }, null],
  ])("from %p to %p is %p", (before, after, change) => {
    expect(relativeChange(before, after)).toBe(change)
  })
})

describe("pacePerHour", () => {
  const now = new Date("2026-11-01T12:00:00Z")

  it.each([
    [0.2, "2026-11-01T10:00:00Z", 0.1],
    [0.2, "2026-11-01T11:30:00Z", 0.4],
    [0.2, "2026-11-01T11:59:00Z", null],
    [0.2, "2026-11-01T13:00:00Z", null],
    [0.2, "soon", null],
    [0.2, undefined, null],
    [null, "2026-11-01T10:00:00Z", null],
  ])("of %p since %p is %p", (change, since, pace) => {
    expect(pacePerHour(change, since, now)).toBe(pace)
  })
})
