import {
  ACCOUNT_DAILY,
  type AccountDay,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  type AccountMetricDefinition,
  addDays,
  daysBetween,
  emptyDay,
  explainDay,
  inBatches,
  inParallel,
  type PlatformCall,
  PlatformError,
  reasonOf,
  stopsAccount,
} from "../../platform-kit"
import {
  type AccountPoint,
  breakdownBy,
  type GraphClient,
} from "../../platform-kit/meta-graph"
import { readAudience } from "./account-audience"
import {
  DAY_TOTALS,
  FEWEST_FOLLOWERS,
  FOLLOWER_METRICS,
  FOLLOWS,
  NEW_FOLLOWERS,
  WINDOW_DAYS,
} from "./account-metrics"
import { AccountReader, type RowsAnswer } from "./account-reader"
import { instagramProfile } from "./profile"
import { loginOf } from "./settings"

/** Newest days whose breakdowns are asked when a person waits. */
const BREAKDOWN_DAYS = 3

/** New followers by day, or why they are not known. */
interface Gained {
  points: ReadonlyMap<string, AccountPoint>
  refused: boolean
}

/**
 * Reads the days of one account: a call for the totals of today, one for the
 * new followers of the last 30 days, one per day for all the rest. Breakdowns would double
 * that; they are asked only for the newest days, when a person waits.
 */
export class AccountInsightsReading {
  private readonly reader_: AccountReader
  private readonly totals_: readonly AccountMetricDefinition[]
  private followers_: number | null = null
  /** First day of which new followers are still told. */
  private oldestGain_ = ""
  private stopped_: PlatformError | null = null

  constructor(
    graph: GraphClient,
    private readonly call_: PlatformCall
  ) {
    const login = loginOf(call_.account)
    this.reader_ = new AccountReader(graph, call_)
    this.totals_ = DAY_TOTALS.filter(
      ({ hosts }) => !hosts || hosts.includes(login)
    )
  }

  async *read({
    from,
    to,
    today,
    audience,
  }: AccountInsightsRequest): AsyncGenerator<AccountInsightsPage> {
    this.oldestGain_ = addDays(today, -WINDOW_DAYS)
    yield { days: [await this.today_(today)], problems: [] }
    // Newest first: what a limit leaves out is the oldest.
    const days = daysBetween(from, to).reverse()
    for (const window of inBatches(days, WINDOW_DAYS)) {
      yield* this.window_(window, days)
    }
    if (audience && !this.stopped_) {
      const found = await readAudience(this.reader_, today, this.followers_)
      yield { days: [], ...found }
    }
  }

  private async today_(today: string): Promise<AccountDay> {
    const { followers, following, posts } = await this.reader_.counts()
    this.followers_ = followers
    return explainDay(
      {
        ...emptyDay(today),
        metrics: { followers, following, posts_count: posts },
      },
      ["followers", "following", "posts_count"],
      "not_returned"
    )
  }

  /** @param all the days that are asked for, newest first */
  private async *window_(
    window: readonly string[],
    all: readonly string[]
  ): AsyncGenerator<AccountInsightsPage> {
    let gained: Gained | null = null
    const newest = all.slice(0, BREAKDOWN_DAYS)
    const read = async (day: string): Promise<AccountInsightsPage> => {
      const found = emptyDay(day)
      try {
        if (!this.stopped_) {
          gained ??= await this.gained_(window)
          this.addTotals_(found, await this.reader_.day(day, this.totals_))
          this.addGained_(found, gained)
          if (this.call_.depth === "single" && newest.includes(day)) {
            await this.addBreakdowns_(found)
          }
          return { days: [this.explained_(found)], problems: [] }
        }
        return this.unread_(found, this.stopped_, [])
      } catch (thrown) {
        const error = PlatformError.from(thrown)
        // The next day would be refused too, or the platform has trouble.
        const first = this.stopped_ === null
        this.stopped_ ??= error
        const problems = first ? [{ part: "Account insights", error }] : []
        return this.unread_(found, error, problems)
      }
    }
    const [first, ...rest] = window
    if (first) {
      yield await read(first)
    }
    yield* inParallel(rest, instagramProfile.parallel_calls, read)
  }

  private unread_(
    day: AccountDay,
    error: PlatformError,
    problems: AccountInsightsPage["problems"]
  ): AccountInsightsPage {
    explainDay(day, ACCOUNT_DAILY, reasonOf(error))
    return { days: [day], problems }
  }

  private async gained_(window: readonly string[]): Promise<Gained> {
    const told = window.filter((day) => day >= this.oldestGain_)
    const [from, to] = [told.at(-1), told[0]]
    if (this.hasFew_() || !from || !to) {
      return { points: new Map(), refused: false }
    }
    const { points, refused } = await this.reader_.newFollowers(from, to)
    return {
      points: new Map(points.map((point) => [point.day, point])),
      refused,
    }
  }

  private addTotals_(day: AccountDay, { answer, refused }: RowsAnswer): void {
    for (const { name, metric } of this.totals_) {
      const row = answer.get(name)
      const point = row?.points.find((one) => one.day === day.day)
      // Asked for a total, some metrics still answer with their series.
      day.metrics[metric] = row?.total ?? point?.value ?? null
    }
    explainDay(
      day,
      refused.map(({ metric }) => metric),
      "not_supported"
    )
    explainDay(
      day,
      this.totals_.map(({ metric }) => metric),
      "not_returned"
    )
  }

  private addGained_(day: AccountDay, { points, refused }: Gained): void {
    if (this.hasFew_()) {
      explainDay(day, FOLLOWER_METRICS, "too_few_followers")
      return
    }
    day.metrics.followers_gained = points.get(day.day)?.value ?? null
    const missing = day.day < this.oldestGain_ ? "window_closed" : "no_data_yet"
    explainDay(day, [NEW_FOLLOWERS.metric], refused ? "not_supported" : missing)
  }

  /** Who left, and how the taps on contact buttons are spread. */
  private async addBreakdowns_(day: AccountDay): Promise<void> {
    try {
      if (!this.hasFew_()) {
        const follows = breakdownBy(
          await this.reader_.dayBy(day.day, FOLLOWS, "follow_type"),
          "follow_type"
        )
        // A breakdown without results is one in which nothing happened.
        day.metrics.followers_lost = follows
          ? (follows.non_follower ?? 0)
          : null
        if (follows && day.metrics.followers_gained == null) {
          day.metrics.followers_gained = follows.follower ?? 0
          delete day.unavailable.followers_gained
        }
      }
      const taps = DAY_TOTALS.find(({ metric }) => metric === "contact_taps")
      const by = "contact_button_type"
      const found =
        taps && day.metrics.contact_taps
          ? breakdownBy(await this.reader_.dayBy(day.day, taps, by), by)
          : null
      if (found) {
        day.breakdowns = { contact_taps: found }
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      // A breakdown that is refused costs nothing else.
      if (stopsAccount(error)) {
        throw error
      }
    }
  }

  private explained_(day: AccountDay): AccountDay {
    // Offered, but by a breakdown only.
    explainDay(day, [FOLLOWS.metric], "not_returned")
    explainDay(day, ["impressions"], "retired")
    return explainDay(day, ACCOUNT_DAILY, "not_offered")
  }

  private hasFew_(): boolean {
    return this.followers_ !== null && this.followers_ < FEWEST_FOLLOWERS
  }
}
