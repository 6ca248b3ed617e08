import { headlineOf } from "../headline-of"

const run = { status: "success", total: 3, success: 3, skipped: 0 } as const

describe("headlineOf", () => {
  it.each([
    ["running", { ...run, status: "running" as const }],
    ["nothing", { ...run, total: 0, success: 0 }],
    ["allSkipped", { ...run, success: 0, skipped: 3 }],
    ["allSynced", run],
    ["someSynced", { ...run, success: 2 }],
  ])("says %s", (headline, counts) => {
    expect(headlineOf(counts)).toBe(headline)
  })
})
