import {
  type AccountMetricDefinition,
  addDays,
  type PlatformCall,
  PlatformError,
  startOfDay,
  toArray,
  toNumber,
  toRecord,
} from "../../platform-kit"
import {
  type AccountPoint,
  type AccountRow,
  askInsights,
  type GraphClient,
  type InsightsAnswer,
  readAccountRows,
} from "../../platform-kit/meta-graph"
import { NEW_FOLLOWERS } from "./account-metrics"
import { insightsDenied } from "./errors"
import { loginOf } from "./settings"

export type AccountRows = Map<string, AccountRow>
export type RowsAnswer = InsightsAnswer<AccountRows, AccountMetricDefinition>

const HOUR_MS = 60 * 60 * 1000
/**
 * Days of a series end at midnight in California, hours after UTC's: so much
 * later the window is, at both ends, or the newest of 30 days would not fit.
 */
const SERIES_SLACK_HOURS = 12

/**
 * The calls about one account itself. Windows begin and end at midnight UTC;
 * `until` is not part of them.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/insights
 */
export class AccountReader {
  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {}

  /** Totals as of now; `null` for what is not told. */
  async counts(): Promise<
    Record<"followers" | "following" | "posts", number | null>
  > {
    const body = await this.graph_.get(this.call_, {
      endpoint: "GET /{ig-user-id}",
      path: this.path_(),
      params: { fields: "followers_count,follows_count,media_count" },
    })
    const record = toRecord(body)
    const node = toRecord(toArray(record?.data)[0]) ?? record
    return {
      followers: toNumber(node?.followers_count),
      following: toNumber(node?.follows_count),
      posts: toNumber(node?.media_count),
    }
  }

  /** New followers by day, of a window of at most 30 days. */
  async newFollowers(
    from: string,
    to: string
  ): Promise<{ points: AccountPoint[]; refused: boolean }> {
    const slack = SERIES_SLACK_HOURS * HOUR_MS
    const { answer, refused } = await this.ask_([NEW_FOLLOWERS], {
      period: "day",
      metric_type: "time_series",
      since: seconds(startOfDay(from) + slack),
      until: seconds(startOfDay(addDays(to, 1)) + slack),
    })
    return {
      points: answer.get(NEW_FOLLOWERS.name)?.points ?? [],
      refused: refused.length > 0,
    }
  }

  /** Totals of one day. */
  async day(
    day: string,
    metrics: readonly AccountMetricDefinition[]
  ): Promise<RowsAnswer> {
    return this.ask_(metrics, {
      period: "day",
      metric_type: "total_value",
      ...windowOf(day),
    })
  }

  /** One total of a day by a dimension. */
  async dayBy(
    day: string,
    metric: AccountMetricDefinition,
    breakdown: string
  ): Promise<AccountRow | undefined> {
    const { answer } = await this.ask_([metric], {
      period: "day",
      metric_type: "total_value",
      breakdown,
      ...windowOf(day),
    })
    return answer.get(metric.name)
  }

  /** Who follows, by one dimension. */
  async followersBy(breakdown: string): Promise<AccountRow | undefined> {
    const rows = await this.insights_({
      metric: "follower_demographics",
      period: "lifetime",
      metric_type: "total_value",
      breakdown,
    })
    return rows.get("follower_demographics")
  }

  /** Followers online by hour, of the days before `today`. */
  async onlineFollowers(today: string, days: number): Promise<AccountPoint[]> {
    const rows = await this.insights_({
      metric: "online_followers",
      period: "lifetime",
      since: seconds(startOfDay(addDays(today, -days))),
      until: seconds(startOfDay(today)),
    })
    return rows.get("online_followers")?.points ?? []
  }

  private async ask_(
    metrics: readonly AccountMetricDefinition[],
    params: Record<string, string>
  ): Promise<RowsAnswer> {
    const { account, verdicts } = this.call_
    return askInsights<AccountRows, AccountMetricDefinition>({
      // What an account's own insights refuse is not the same for all.
      host: account.id,
      product_type: "account",
      metrics,
      verdicts,
      ask: async (asked) => {
        if (asked.length === 0) {
          await this.counts()
          return new Map()
        }
        const metric = asked.map(({ name }) => name).join(",")
        return this.insights_({ metric, ...params })
      },
    })
  }

  private async insights_(
    params: Record<string, string>
  ): Promise<AccountRows> {
    try {
      const body = await this.graph_.get(this.call_, {
        endpoint: "GET /{ig-user-id}/insights",
        path: `${this.path_()}/insights`,
        params,
      })
      return readAccountRows(body)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      const { account } = this.call_
      throw error.kind === "permission"
        ? insightsDenied(error, loginOf(account), account.scopes)
        : error
    }
  }

  private path_(): string {
    return encodeURIComponent(this.call_.account.external_id)
  }
}

const seconds = (ms: number) => String(Math.floor(ms / 1000))

const windowOf = (day: string) => ({
  since: seconds(startOfDay(day)),
  until: seconds(startOfDay(addDays(day, 1))),
})
