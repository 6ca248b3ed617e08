import { progress, rounded } from "../lib/progress"
import { fixedSchedule, ownSchedule } from "./schedules"
import { type Outcome, type Schedule, simulate } from "./simulate"
import {
  drawPosts,
  type SimulatedAccount,
  type SimulatedPost,
} from "./simulated-posts"

/** A schedule's cost and error; errors in percent. */
export interface ScheduleFigures {
  calls: number
  readings: number
  /** Mean absolute error of the stored numbers; 100 before the first reading. */
  error: number
  error_once_read: number
}

export interface CadenceFigures {
  posts: number
  ours: ScheduleFigures
  /** Reads everything as often as our number of calls allows. */
  fixed: ScheduleFigures & { every_hours: number }
  /** Reads everything once a day, with the calls that takes. */
  daily: ScheduleFigures
  /** Ours with the daily job on top, which leaves out what is fresh. */
  ours_and_daily: ScheduleFigures
  /** Our error divided by that of the fixed schedule with the same calls. */
  ratio: number
  ratio_once_read: number
}

export interface CadenceResult {
  days: number
  /** A store that publishes a lot: what batches are for. */
  busy_store: CadenceFigures
  /** One or two posts a day and account: a call for each is a lot. */
  calm_store: CadenceFigures
}

const DAYS = 90
const SEED = 7

const BUSY: SimulatedAccount[] = [
  {
    id: "sacc_busy_meta",
    posts_per_day: 8,
    batch: 50,
    views: 2000,
    pace_hours: 36,
  },
  {
    id: "sacc_busy_x",
    posts_per_day: 20,
    batch: 100,
    views: 800,
    pace_hours: 12,
  },
]
const CALM: SimulatedAccount[] = BUSY.map((account) => ({
  ...account,
  posts_per_day: 1.4,
}))

/** The error of stored numbers over 90 days, ours and that of a fixed schedule. */
export function measureCadence(): CadenceResult {
  return {
    days: DAYS,
    busy_store: compare("a busy store", BUSY),
    calm_store: compare("a calm store", CALM),
  }
}

interface Played {
  account: SimulatedAccount
  posts: SimulatedPost[]
}

function compare(name: string, accounts: SimulatedAccount[]): CadenceFigures {
  progress(`Cadence: ${DAYS} days of ${name} …`)
  const store = accounts.map((account, index) => ({
    account,
    posts: drawPosts(account, DAYS, SEED + index),
  }))
  const fixedEvery = (hours: number) => play(store, () => fixedSchedule(hours))
  const ours = play(store, (account) => ownSchedule(account))
  const both = play(store, (account) => ownSchedule(account, { nightly: true }))
  const daily = fixedEvery(24)
  // The same number of calls: the fixed schedule may read more often.
  const every_hours = (24 * daily.calls) / ours.calls
  const fixed = fixedEvery(every_hours)
  return {
    posts: store.reduce((sum, { posts }) => sum + posts.length, 0),
    ours: figures(ours),
    fixed: { ...figures(fixed), every_hours: rounded(every_hours) },
    daily: figures(daily),
    ours_and_daily: figures(both),
    ratio: rounded(ours.error / fixed.error, 3),
    ratio_once_read: rounded(
      ours.error_once_read /
        ours.samples_once_read /
        (fixed.error_once_read / fixed.samples_once_read),
      3
    ),
  }
}

function play(
  store: readonly Played[],
  scheduleOf: (account: SimulatedAccount) => Schedule
): Outcome {
  return store
    .map(({ account, posts }) =>
      simulate(account, posts, DAYS, scheduleOf(account))
    )
    .reduce((sum, one) => ({
      calls: sum.calls + one.calls,
      readings: sum.readings + one.readings,
      error: sum.error + one.error,
      samples: sum.samples + one.samples,
      error_once_read: sum.error_once_read + one.error_once_read,
      samples_once_read: sum.samples_once_read + one.samples_once_read,
    }))
}

const figures = (outcome: Outcome): ScheduleFigures => ({
  calls: outcome.calls,
  readings: outcome.readings,
  error: rounded((100 * outcome.error) / outcome.samples, 3),
  error_once_read: rounded(
    (100 * outcome.error_once_read) / outcome.samples_once_read,
    3
  ),
})
