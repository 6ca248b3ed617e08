import {
  ACCOUNT_DAILY,
  type AccountAudience,
  type AccountDay,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  type AccountMetricName,
  addDays,
  daysBetween,
  emptyDay,
  explainDay,
  inBatches,
  type PlatformCall,
  PlatformError,
  reasonOf,
  startOfDay,
} from "../../platform-kit"
import type { AccountRow, GraphClient } from "../../platform-kit/meta-graph"
import {
  FEWEST_PAGE_FOLLOWERS,
  PAGE_AUDIENCE,
  PAGE_METRICS,
  PAGE_WINDOW_DAYS,
} from "./account-metrics"
import { type PageNumbers, PageReader } from "./account-reader"
import { insightsNotGranted } from "./errors"

const METRICS = PAGE_METRICS.map(({ metric }) => metric)
/** By then every day has ended in California, summer or winter. */
const DAY_ENDS_AFTER_MS = 8 * 60 * 60 * 1000
/** Days of which the newest with followers by place counts. */
const AUDIENCE_DAYS = 3

/** Reads the days of one Page: everything of 90 days in one call. */
export class PageInsightsReading {
  private readonly reader_: PageReader
  private followers_: number | null = null
  private stopped_: PlatformError | null = null

  constructor(
    graph: GraphClient,
    private readonly call_: PlatformCall
  ) {
    this.reader_ = new PageReader(graph, call_)
  }

  async *read({
    from,
    to,
    today,
    audience,
  }: AccountInsightsRequest): AsyncGenerator<AccountInsightsPage> {
    const days = daysBetween(from, to).reverse()
    const windows = inBatches(days, PAGE_WINDOW_DAYS)
    for (const [at, window] of windows.entries()) {
      const page = await this.window_(window.reverse())
      yield at === 0
        ? { ...page, days: [...page.days, this.today_(today)] }
        : page
    }
    if (windows.length === 0) {
      this.followers_ = await this.reader_.followers()
      yield { days: [this.today_(today)], problems: [] }
    }
    if (audience && !this.stopped_) {
      yield await this.audience_(today)
    }
  }

  private today_(today: string): AccountDay {
    const day = emptyDay(today)
    day.metrics.followers = this.followers_
    explainDay(day, ["followers"], "not_returned")
    return explainDay(day, ["following", "posts_count"], "not_offered")
  }

  private async window_(days: readonly string[]): Promise<AccountInsightsPage> {
    if (this.stopped_) {
      return this.unread_(days, this.stopped_, [])
    }
    const [from, to] = [days[0] as string, days.at(-1) as string]
    try {
      const { answer, refused } = await this.reader_.read(
        PAGE_METRICS,
        from,
        to
      )
      this.followers_ = answer.followers
      const denied = this.deniedBy_(answer)
      if (denied) {
        return this.stop_(days, denied)
      }
      const dead = refused.map(({ metric }) => metric)
      return {
        days: days.map((day) => this.day_(day, answer.rows, dead)),
        problems: [],
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "permission") {
        throw error
      }
      // What the Page says of itself may still be read.
      this.followers_ = await this.reader_.followers()
      return this.stop_(days, error)
    }
  }

  /** Empty insights mean "no data" or, with known scopes, "not allowed". */
  private deniedBy_({ rows }: PageNumbers): PlatformError | null {
    const { scopes } = this.call_.account
    return rows.size === 0 && scopes && !scopes.includes("read_insights")
      ? insightsNotGranted()
      : null
  }

  private stop_(
    days: readonly string[],
    error: PlatformError
  ): AccountInsightsPage {
    this.stopped_ = error
    return this.unread_(days, error, [{ part: "Account insights", error }])
  }

  private unread_(
    days: readonly string[],
    error: PlatformError,
    problems: AccountInsightsPage["problems"]
  ): AccountInsightsPage {
    const unread = days.map((day) =>
      this.withoutOthers_(explainDay(emptyDay(day), METRICS, reasonOf(error)))
    )
    return { days: unread, problems }
  }

  private day_(
    day: string,
    rows: ReadonlyMap<string, AccountRow>,
    dead: readonly AccountMetricName[]
  ): AccountDay {
    const found = emptyDay(day)
    for (const { name, metric } of PAGE_METRICS) {
      const point = rows.get(name)?.points.find((one) => one.day === day)
      const parts = point?.parts && Object.values(point.parts)
      found.metrics[metric] =
        point?.value ?? parts?.reduce((all, part) => all + part, 0) ?? null
      found.period_end ??= point?.period_end ?? null
    }
    explainDay(found, dead, "not_supported")
    return this.withoutOthers_(explainDay(found, METRICS, this.missing_(day)))
  }

  private missing_(day: string) {
    const ends = startOfDay(addDays(day, 1)) + DAY_ENDS_AFTER_MS
    if (ends > this.call_.now().getTime()) {
      return "no_data_yet"
    }
    return this.followers_ !== null && this.followers_ < FEWEST_PAGE_FOLLOWERS
      ? "too_few_followers"
      : "not_returned"
  }

  private withoutOthers_(day: AccountDay): AccountDay {
    explainDay(day, ["impressions"], "retired")
    return explainDay(day, ACCOUNT_DAILY, "not_offered")
  }

  private async audience_(today: string): Promise<AccountInsightsPage> {
    const audience: AccountAudience = {
      demographics: {},
      online_hours: null,
      unavailable: {
        online_hours: "not_offered",
        age: "retired",
        gender: "retired",
      },
    }
    const from = addDays(today, -AUDIENCE_DAYS)
    try {
      const { answer, refused } = await this.reader_.read(
        PAGE_AUDIENCE,
        from,
        addDays(today, -1)
      )
      for (const { name, dimension } of PAGE_AUDIENCE) {
        const last = answer.rows
          .get(name)
          ?.points.map(({ parts }) => parts ?? {})
          .filter((parts) => Object.keys(parts).length > 0)
          .at(-1)
        if (last) {
          audience.demographics[dimension] = last
        } else {
          audience.unavailable[dimension] = refused.some(
            (one) => one.name === name
          )
            ? "not_supported"
            : this.missing_(from)
        }
      }
      return { days: [], audience, problems: [] }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      return { days: [], problems: [{ part: "Audience", error }] }
    }
  }
}
