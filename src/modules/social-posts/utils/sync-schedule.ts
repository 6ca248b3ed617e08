import { MedusaError } from "@medusajs/framework/utils"
import { createTask } from "node-cron"
import { DEFAULT_SYNC_CRON, isCronExpression } from "./sync-cron"

/** Posts are read by their age, not by a schedule. */
export const AUTOMATIC = "automatic"

/** Schedules that have a name. */
export const SCHEDULE_PRESETS: ReadonlyMap<string, string> = new Map([
  ["hourly", "0 * * * *"],
  ["every_6_hours", "0 */6 * * *"],
  ["daily", DEFAULT_SYNC_CRON],
  ["weekly", "0 2 * * 1"],
])

const NAMES = [AUTOMATIC, ...SCHEDULE_PRESETS.keys()]
  .map((name) => `"${name}"`)
  .join(", ")

const MINUTE = 60 * 1000
const SHORTEST_GAP = 15 * MINUTE
const LONGEST_WAIT = 366 * 24 * 60 * MINUTE
/** Gaps repeat from day to day, and fewer than so many runs fill a day. */
const RUNS_MEASURED = 100

/**
 * The cron expression an account is read by, from what somebody entered; `null`
 * follows the age of each post.
 * @throws MedusaError 400 naming the field and what is allowed
 */
export function resolveSchedule(
  entered: string | null,
  field: string
): string | null {
  const given = entered?.trim().replace(/\s+/g, " ") ?? AUTOMATIC
  if (given === AUTOMATIC) {
    return null
  }
  const cron = SCHEDULE_PRESETS.get(given) ?? given
  if (!isCronExpression(cron)) {
    throw refused(
      `${field} "${given}" is not a schedule. Give one of ${NAMES}, or a cron expression of five fields (minute hour day month weekday), for example "0 */4 * * *" for every 4 hours.`
    )
  }
  const first = nextRun(cron)
  if (!first || first.getTime() - Date.now() > LONGEST_WAIT) {
    throw refused(
      `${field} "${given}" does not run within a year. Give a cron expression that does, for example "0 2 1 * *" for the first day of each month.`
    )
  }
  if (shortestGap(runsOf(cron, RUNS_MEASURED + 1)) < SHORTEST_GAP) {
    throw refused(
      `${field} "${given}" runs more often than every 15 minutes. Leave 15 minutes or more between two runs, for example "*/15 * * * *".`
    )
  }
  return cron
}

/** The next runs of a schedule; none for `null`, or for one that has none. */
export function nextRuns(cron: string | null, count: number): Date[] {
  return cron === null ? [] : runsOf(cron, count)
}

/** The next run; `null` for no schedule and for one that cannot be read. */
export function nextRun(cron: string | null): Date | null {
  return nextRuns(cron, 1)[0] ?? null
}

/** Zone that schedules are meant in: the server's, as for the daily job. */
export function scheduleTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** In milliseconds. */
function shortestGap(runs: readonly Date[]): number {
  const gaps = runs
    .slice(1)
    .map((run, index) => run.getTime() - Number(runs[index]))
  return Math.min(...gaps)
}

/** By the system's clock. No timer starts; the library keeps tasks in a list. */
function runsOf(cron: string, count: number): Date[] {
  if (!isCronExpression(cron)) {
    return []
  }
  const task = createTask(cron, () => undefined)
  try {
    return task.getNextRuns(count)
  } catch {
    // A day that never comes, such as 30 February.
    return []
  } finally {
    void task.destroy()
  }
}

const refused = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
