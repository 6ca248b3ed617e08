import {
  type PlatformCall,
  PlatformError,
  type PostReading,
  type PostResult,
} from "../../platform-kit"
import type { GraphClient } from "../../platform-kit/meta-graph"
import type { MediaItem } from "./compose-result"
import { addBreakdowns, addPerPostMetrics } from "./extra-insights"
import { mapInsights } from "./map-insights"
import type { MediaReader } from "./media-reader"
import type { ProductType } from "./metrics"
import type { InstagramLogin } from "./settings"

/** A result, or why there is none; by our post id. */
export type Outcomes = Map<string, PostResult | PlatformError>

/** Reads one batch of posts of one kind: the common call and what goes with it. */
export class BatchReader {
  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall,
    private readonly media_: MediaReader,
    private readonly login_: InstagramLogin
  ) {}

  /** @throws PlatformError when the whole batch failed */
  async read(batch: readonly MediaItem[]): Promise<Outcomes> {
    const kind = batch[0]?.product_type ?? "NONE"
    const ids = batch.map(({ post }) => post.platform_post_id)
    const answers = await this.media_.readInsights(kind, ids)
    const outcomes: Outcomes = new Map()
    const results = new Map<string, PostResult>()
    for (const item of batch) {
      const { post } = item
      const answer = answers.get(post.platform_post_id)
      if (!answer || PlatformError.is(answer)) {
        if (answer) {
          outcomes.set(post.id, answer)
        }
        continue
      }
      const { object, asked, refused } = answer
      const insights = mapInsights(object, {
        product_type: kind,
        asked,
        refused,
        ...(item.closed && { missing: "window_closed" as const }),
      })
      const error = asked.length === 0 ? this.media_.denied : null
      const problems: PostResult["problems"] = error
        ? [{ part: "Insights metrics", error }]
        : []
      const result = { post, insights, problems }
      outcomes.set(post.id, result)
      if (!error) {
        results.set(post.platform_post_id, result)
      }
    }
    if (results.size > 0) {
      await this.addExtras_(kind, results)
    }
    return outcomes
  }

  private async addExtras_(
    kind: ProductType,
    results: ReadonlyMap<string, PostResult>
  ): Promise<void> {
    if (this.call_.depth === "single" || kind === "STORY") {
      await this.addBreakdowns_(kind, results)
    }
    if (this.call_.depth === "single") {
      await this.addPerPostMetrics_(kind, results)
    }
  }

  private async addBreakdowns_(
    product_type: ProductType,
    results: ReadonlyMap<string, PostResult>
  ): Promise<void> {
    const host = this.login_
    const readings = readingsOf(results)
    for (const metric of this.media_.metricsOf(product_type)) {
      if (
        metric.breakdown &&
        !this.call_.verdicts.isRefused(host, product_type, metric.name)
      ) {
        complain(
          results.values(),
          await addBreakdowns(this.graph_, this.call_, readings, metric, {
            host,
            product_type,
          })
        )
      }
    }
  }

  private async addPerPostMetrics_(
    kind: ProductType,
    results: ReadonlyMap<string, PostResult>
  ): Promise<void> {
    const metrics = this.media_.perPostMetricsOf(kind)
    for (const [id, reading] of metrics.length > 0 ? readingsOf(results) : []) {
      const { graph_, call_ } = this
      const result = results.get(id)
      complain(
        result ? [result] : [],
        await addPerPostMetrics(graph_, call_, id, reading, metrics)
      )
    }
  }
}

function readingsOf(
  results: ReadonlyMap<string, PostResult>
): Map<string, PostReading> {
  return new Map(
    [...results].flatMap(([id, { insights }]) =>
      insights ? [[id, insights] as const] : []
    )
  )
}

function complain(
  results: Iterable<PostResult>,
  error: PlatformError | null
): void {
  if (!error) {
    return
  }
  for (const { problems } of results) {
    problems.push({ part: "Insights metrics", error })
  }
}
