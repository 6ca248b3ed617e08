import { reportOf } from "../simulations/token-year/report"
import { liveThrough, type Year } from "../simulations/token-year/year"

jest.setTimeout(300000)

/** Past the first end of each token that ends; `npm run simulate` has 400. */
const DAYS = 65

describe(`${DAYS} days in the life of tokens, hour by hour`, () => {
  let year: Year
  beforeAll(async () => {
    year = await liveThrough(DAYS)
  })

  const storyOf = (name: string) =>
    year.stories.find(({ part }) => part.name === name)

  it("renew no token late, twice or in vain", () => {
    expect(reportOf(year, DAYS).complaints).toEqual([])
    expect(year.renewals).toMatchObject({ instagram: 1, linkedin: 1 })
  })

  it("ask the people who are needed, in time", () => {
    expect(storyOf("Instagram by Facebook")).toMatchObject({
      notices: [expect.stringMatching(/^7d 2026-0/)],
      failures: 0,
    })
    expect(storyOf("LinkedIn")?.notices).toEqual([
      expect.stringMatching(/^7d /),
      expect.stringMatching(/^1d /),
      expect.stringMatching(/^needs_reconnect /),
    ])
  })

  it("ask nobody else", () => {
    for (const name of ["Instagram", "Facebook Page", "X", "X, never read"]) {
      expect(storyOf(name)).toMatchObject({ notices: [], end: "active" })
    }
  })
})
