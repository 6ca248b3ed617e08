import {
  nextRun,
  nextRuns,
  resolveSchedule,
  scheduleTimeZone,
} from "../utils/sync-schedule"
import { getTasks } from "node-cron"

const resolve = (entered: string | null) =>
  resolveSchedule(entered, "sync_schedule")

/** Minutes from one run to the next, in the zone the schedules are meant in. */
const gaps = (runs: Date[]) =>
  runs
    .slice(1)
    .map((run, index) => (run.getTime() - Number(runs[index])) / 60000)

describe("resolveSchedule", () => {
  it.each([
    [null, null],
    ["automatic", null],
    ["hourly", "0 * * * *"],
    ["every_6_hours", "0 */6 * * *"],
    ["daily", "0 2 * * *"],
    ["weekly", "0 2 * * 1"],
    ["  0   2 * * 1-5 ", "0 2 * * 1-5"],
    ["*/15 * * * *", "*/15 * * * *"],
    ["5,50 * * * *", "5,50 * * * *"],
    ["55 0,23 * * *", "55 0,23 * * *"],
    ["0 0 1 1 *", "0 0 1 1 *"],
  ])("%j is %j", (entered, cron) => {
    expect(resolve(entered)).toBe(cron)
  })

  it.each([
    "often",
    "",
    "* * * *",
    "0 0 2 * * *",
    "61 * * * *",
    "@daily",
    "constructor",
    "0 25 * * *",
    "0 0 30 2 *",
  ])("%j is refused, naming the field and what is allowed", (entered) => {
    expect(() => resolve(entered)).toThrow(
      /^sync_schedule "[^"]*" is not a schedule\. Give one of "automatic", "hourly", "every_6_hours", "daily", "weekly", or a cron expression of five fields/
    )
  })

  it.each([
    "* * * * *",
    "*/10 * * * *",
    "0,14 3 * * *",
    "50,0 * * * *",
    "0,50 0,23 1,2 * *",
  ])("%j runs more often than every 15 minutes", (entered) => {
    expect(() => resolve(entered)).toThrow(
      /^sync_schedule ".*" runs more often than every 15 minutes/
    )
  })

  it("a schedule that runs once in decades is refused", () => {
    const leapDayOnMonday = "0 0 29 2 1"
    expect(() => resolve(leapDayOnMonday)).toThrow(/does not run within a year/)
  })
})

describe("the next runs", () => {
  it("are counted from now on, in the server's zone", () => {
    const runs = nextRuns("30 */6 * * *", 4)
    expect(runs).toHaveLength(4)
    expect(runs[0]?.getTime()).toBeGreaterThan(Date.now())
    for (const run of runs) {
      expect([run.getHours() % 6, run.getMinutes()]).toEqual([0, 30])
    }
    expect(nextRun("30 */6 * * *")).toEqual(runs[0])
    expect(scheduleTimeZone()).toBe(
      new Intl.DateTimeFormat().resolvedOptions().timeZone
    )
  })

  it("are none without a schedule, or with one that cannot be read", () => {
    expect(nextRuns(null, 3)).toEqual([])
    expect(nextRun(null)).toBeNull()
    expect(nextRun("rubbish")).toBeNull()
    expect(nextRun("0 0 30 2 *")).toBeNull()
  })

  it("start no task that goes on", () => {
    nextRuns("0 * * * *", 3)
    resolve("hourly")
    expect(getTasks().size).toBe(0)
  })

  it("keep their distance", () => {
    expect(gaps(nextRuns("*/15 * * * *", 5))).toEqual([15, 15, 15, 15])
  })
})
