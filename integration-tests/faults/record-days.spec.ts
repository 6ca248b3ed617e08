import { reportOf } from "../simulations/record-year/report"
import { liveThrough, type Year } from "../simulations/record-year/year"

jest.setTimeout(300000)

/** Long enough for a deletion to be believed; `npm run simulate` has a year. */
const SIZE = { days: 9, posts: 56, seed: 1 }

describe(`${SIZE.days} days of a store's record, hour by hour`, () => {
  let year: Year
  beforeAll(async () => {
    year = await liveThrough(SIZE)
  })

  it("end with nothing wrong, late, left over or kept too long", () => {
    expect(reportOf(year).complaints).toEqual([])
  })

  it("had everything in them that a year has", () => {
    const { witness, trouble, removed, webhooks, inventory, counts } = year
    expect(Object.keys(witness.readings).sort()).toEqual([
      "facebook",
      "instagram",
      "linkedin",
      "twitter",
    ])
    expect(witness.right).toBeGreaterThan(1000)
    expect(inventory.compared).toBe(inventory.posts)
    expect(inventory.unavailable).toBe(counts.deletions)
    expect(counts.deletions).toBeGreaterThan(0)
    expect(counts.stories).toBeGreaterThan(0)
    expect(removed["linkedin comments"]).toBeGreaterThan(0)
    expect(webhooks["worked off"]).toBeGreaterThan(0)
    expect(Object.keys(trouble.struck).length).toBeGreaterThan(2)
  })

  it("took about as few calls as there can be", () => {
    for (const ratio of Object.values(reportOf(year).ratios)) {
      expect(ratio).toBeLessThanOrEqual(1.2)
      // The minimum is none when far fewer calls are enough.
      expect(ratio).toBeGreaterThan(0.8)
    }
  })
})
