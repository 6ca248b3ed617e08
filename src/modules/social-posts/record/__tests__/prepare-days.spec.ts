import { ACCOUNT_METRICS, emptyDay } from "../../../../platform-kit"
import { prepareDay, ToldDays } from "../prepare-days"

const NOW = new Date("2026-11-20T10:00:00Z")
const DAY = "2026-11-19"

describe("prepareDay", () => {
  it("parts what is known from what is not; zero is known", () => {
    const write = prepareDay(
      {
        ...emptyDay(DAY),
        metrics: { reach: 0, views: null, likes: null },
        unavailable: { views: "no_data_yet" },
      },
      NOW
    )
    expect(write).toMatchObject({
      captured_at: NOW,
      known: { reach: 0 },
      unavailable: { views: "no_data_yet", likes: "not_returned" },
      withdrawn: [],
    })
  })

  it("withdraws what the platform no longer has, never a total", () => {
    const write = prepareDay(
      {
        ...emptyDay(DAY),
        metrics: { reach: null, views: null, followers: null },
        unavailable: {
          reach: "too_few_followers",
          views: "not_read",
          followers: "not_offered",
        },
      },
      NOW
    )
    expect(write.withdrawn).toEqual(["reach"])
  })
})

describe("ToldDays", () => {
  it("explains what a reading left out", () => {
    const told = new ToldDays()
    told.add([{ ...emptyDay(DAY), metrics: { reach: 1, views: null } }])
    const [partly, wholly] = told.missing([DAY, "2026-11-18"], "not_read")
    expect(partly).toMatchObject({ day: DAY, captured_at: null, known: {} })
    expect(partly?.unavailable).toMatchObject({
      likes: "not_read",
      // Totals are told as of now.
      followers: "not_offered",
    })
    expect(partly?.unavailable).not.toHaveProperty("reach")
    expect(partly?.unavailable).not.toHaveProperty("views")
    expect(Object.keys(wholly?.unavailable ?? {})).toEqual([...ACCOUNT_METRICS])
    expect(new Set(Object.values(wholly?.unavailable ?? {}))).toEqual(
      new Set(["not_read"])
    )
  })

  it("explains a number that came without a value", () => {
    const told = new ToldDays()
    told.add([{ ...emptyDay(DAY), metrics: { reach: undefined } }])
    const [day] = told.missing([DAY], null)
    expect(day?.unavailable.reach).toBe("not_offered")
  })

  it("says nothing of what was told in full, over several pages", () => {
    const told = new ToldDays()
    for (const metric of ACCOUNT_METRICS) {
      told.add([{ ...emptyDay(DAY), metrics: { [metric]: 1 } }])
    }
    expect(told.missing([DAY], null)).toEqual([])
  })
})
