import { resolveSyncCron } from "../utils/sync-cron"

describe("resolveSyncCron", () => {
  it.each([undefined, "", "  "])(
    "is daily at 02:00 without one (%j)",
    (none) => {
      expect(resolveSyncCron(none)).toBe("0 2 * * *")
    }
  )

  it.each(["30 4 * * *", "*/15 * * * *", "0 2 * * mon-fri", "0 0,12 1 */2 *"])(
    "takes %j",
    (expression) => {
      expect(resolveSyncCron(expression)).toBe(expression)
    }
  )

  it("does not mind spaces around", () => {
    expect(resolveSyncCron(" 30 4 * * * ")).toBe("30 4 * * *")
  })

  it.each(["every day", "0 25 * * *", "61 2 * * *", "0 2 * *", "@never"])(
    "refuses %j with a sentence",
    (expression) => {
      expect(() => resolveSyncCron(expression)).toThrow(
        `SOCIAL_SYNC_CRON "${expression}" is not a cron expression. Give five fields (minute hour day month weekday), for example "0 2 * * *" for every day at 02:00.`
      )
    }
  )

  it("refuses six fields, whose first would be seconds", () => {
    expect(() => resolveSyncCron("0 0 2 * * *")).toThrow("Give five fields")
  })
})
