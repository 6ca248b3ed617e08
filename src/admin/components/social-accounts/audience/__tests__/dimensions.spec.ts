import { busiestOf, dimensionsOf, hoursOf } from "../dimensions"

describe("dimensionsOf", () => {
  it("has ages in their order and all others by size", () => {
    const dimensions = dimensionsOf({
      industry: { retail: 1 },
      country: { AT: 10, DE: 30 },
      age: { "65+": 50, "13-17": 10, "18-24": 40 },
      gender: {},
    })
    expect(dimensions.map(({ name }) => name)).toEqual([
      "age",
      "country",
      "industry",
    ])
    expect(dimensions[0]?.shares.map(({ name }) => name)).toEqual([
      "13-17",
      "18-24",
      "65+",
    ])
    expect(dimensions[1]?.shares).toEqual([
      { name: "DE", value: 30, percent: 75 },
      { name: "AT", value: 10, percent: 25 },
    ])
  })

  it("shows the largest, with shares of all, and counts the others", () => {
    const city = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`City ${index}`, 12 - index])
    )
    const [cities] = dimensionsOf({ city })
    expect(cities?.shares).toHaveLength(8)
    expect(cities?.more).toBe(4)
    expect(cities?.shares[0]?.percent).toBe(15.4)
  })
})

describe("hoursOf", () => {
  it("has 24 hours; one that is missing is not known", () => {
    const hours = hoursOf({ 0: 5, 18: 20, 23: 0 })
    expect(hours).toHaveLength(24)
    expect(hours[0]).toEqual({ hour: 0, value: 5, percent: 25 })
    expect(hours[1]).toEqual({ hour: 1, value: null, percent: 0 })
    expect(hours[23]).toEqual({ hour: 23, value: 0, percent: 0 })
    expect(busiestOf(hours)?.hour).toBe(18)
    expect(busiestOf(hoursOf({ 3: 0 }))).toBeNull()
  })
})
