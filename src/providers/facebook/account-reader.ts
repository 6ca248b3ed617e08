import {
  type AccountMetricDefinition,
  addDays,
  type PlatformCall,
  PlatformError,
  startOfDay,
  toNumber,
  toRecord,
} from "../../platform-kit"
import {
  type AccountRow,
  askInsights,
  GRAPH_CODES,
  type GraphClient,
  type InsightsAnswer,
  readAccountRows,
} from "../../platform-kit/meta-graph"
import { PAGE_VERDICT_TYPE } from "./account-metrics"
import { insightsDenied, pageDenied } from "./errors"
import { VERDICT_HOST } from "./metrics"

export interface PageNumbers {
  /** As of now. */
  followers: number | null
  rows: Map<string, AccountRow>
}

/**
 * Reads a Page and its insights in one call. Days end at midnight in
 * California, so a window reaches into the day after the last.
 */
export class PageReader {
  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {}

  /** @throws PlatformError `permission` naming what is missing */
  async read<M extends AccountMetricDefinition>(
    metrics: readonly M[],
    from: string,
    to: string
  ): Promise<InsightsAnswer<PageNumbers, M>> {
    return askInsights<PageNumbers, M>({
      host: VERDICT_HOST,
      product_type: PAGE_VERDICT_TYPE,
      metrics,
      verdicts: this.call_.verdicts,
      ask: (asked) => this.page_(asked, from, to),
    })
  }

  /** The totals alone. */
  async followers(): Promise<number | null> {
    return (await this.page_([], "", "")).followers
  }

  private async page_(
    asked: readonly AccountMetricDefinition[],
    from: string,
    to: string
  ): Promise<PageNumbers> {
    const names = asked.map(({ name }) => name).join(",")
    const insights = `insights.metric(${names}).period(day).since(${this.since_(from)}).until(${this.until_(to)})`
    try {
      const body = await this.graph_.get(this.call_, {
        endpoint: "GET /{page-id}",
        path: encodeURIComponent(this.call_.account.external_id),
        params: {
          fields: ["followers_count", ...(names ? [insights] : [])].join(","),
        },
      })
      const page = toRecord(body)
      return {
        followers: toNumber(page?.followers_count),
        rows: readAccountRows(page?.insights),
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind === "permission" && names) {
        throw insightsDenied(error)
      }
      throw error.code === GRAPH_CODES.unreadable ? pageDenied(error) : error
    }
  }

  private since_(from: string): number {
    return from ? startOfDay(addDays(from, 1)) / 1000 : 0
  }

  private until_(to: string): number {
    const end = to ? startOfDay(addDays(to, 2)) : 0
    return Math.floor(Math.min(end, this.call_.now().getTime()) / 1000)
  }
}
