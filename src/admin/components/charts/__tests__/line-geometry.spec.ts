import { lineGeometry, nearestDot } from "../line-geometry"

const FRAME = { width: 120, height: 60, padding: 10 }
const day = (number: number, value: number | null) => ({
  time: `2026-11-0${number}T00:00:00Z`,
  value,
})

describe("lineGeometry", () => {
  it("spreads readings by their time and turns numbers upside down", () => {
    const geometry = lineGeometry([day(1, 0), day(2, 50), day(5, 100)], FRAME)
    expect(geometry).toEqual({
      dots: [
        { index: 0, x: 10, y: 50 },
        { index: 1, x: 35, y: 30 },
        { index: 2, x: 110, y: 10 },
      ],
      breaks: [],
      paths: ["M10 50 L35 30 L110 10"],
      min: 0,
      max: 100,
    })
  })

  it("breaks the line where a number is unknown", () => {
    const geometry = lineGeometry(
      [day(1, 1), day(2, 2), day(3, null), day(4, 4), day(5, 5)],
      FRAME
    )
    expect(geometry?.dots.map(({ index }) => index)).toEqual([0, 1, 3, 4])
    expect(geometry?.paths).toHaveLength(2)
    expect(geometry?.min).toBe(1)
  })

  it("draws a reading between two gaps as a dot", () => {
    const geometry = lineGeometry(
      [day(1, null), day(2, 3), day(3, null)],
      FRAME
    )
    expect(geometry?.paths).toEqual([])
    expect(geometry?.dots).toEqual([{ index: 1, x: 60, y: 30 }])
  })

  it("puts a number that never changes into the middle", () => {
    const geometry = lineGeometry([day(1, 7), day(2, 7)], FRAME)
    expect(geometry?.dots.map(({ y }) => y)).toEqual([30, 30])
  })

  it("leads no line over a moment at which the number was redefined", () => {
    const geometry = lineGeometry(
      [day(1, 1), day(2, 2), day(4, 9), day(5, 10)],
      FRAME,
      ["2026-11-03T00:00:00Z", "2026-10-01T00:00:00Z"]
    )
    expect(geometry?.breaks).toEqual([60])
    expect(geometry?.paths).toHaveLength(2)
    expect(geometry?.dots).toHaveLength(4)
  })

  it("has nothing to draw without a known number", () => {
    expect(lineGeometry([day(1, null)], FRAME)).toBeNull()
    expect(lineGeometry([], FRAME)).toBeNull()
  })
})

describe("nearestDot", () => {
  it("finds the dot under the pointer", () => {
    const dots = [
      { index: 0, x: 10, y: 0 },
      { index: 1, x: 50, y: 0 },
    ]
    expect(nearestDot(dots, 29)?.index).toBe(0)
    expect(nearestDot(dots, 31)?.index).toBe(1)
    expect(nearestDot([], 5)).toBeUndefined()
  })
})
