import {
  type MetricDefinition,
  MetricVerdicts,
  type PlatformCall,
  PlatformError,
  type PostReading,
} from "../../platform-kit"
import {
  askInsights,
  GRAPH_CODES,
  type GraphClient,
  readInsightsRows,
} from "../../platform-kit/meta-graph"
import { addBreakdown, addRows } from "./map-insights"

/**
 * Adds a breakdown to the readings of posts of one kind, in a call of its own:
 * next to a metric that does not know the breakdown it would cost everything.
 *
 * @returns the error, when it is more than a refused breakdown
 */
export async function addBreakdowns(
  graph: GraphClient,
  call: PlatformCall,
  readings: ReadonlyMap<string, PostReading>,
  definition: MetricDefinition,
  verdict: { host: string; product_type: string }
): Promise<PlatformError | null> {
  const { host, product_type } = verdict
  const { name, breakdown = "" } = definition
  const verdictName = `${name}:${breakdown}`
  if (call.verdicts.isRefused(host, product_type, verdictName)) {
    return null
  }
  try {
    const params = { metric: name, breakdown }
    const ids = [...readings.keys()]
    const answers = await graph.getByIds(call, ids, params, "insights")
    for (const [id, answer] of answers) {
      const reading = readings.get(id)
      if (reading && !PlatformError.is(answer)) {
        addBreakdown(reading, readInsightsRows(answer), definition)
      }
    }
    return null
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (!isRefusal(error)) {
      return error
    }
    call.verdicts.refuse(host, product_type, verdictName)
    return null
  }
}

/**
 * Adds metrics that depend on the single post (shared to Facebook or not). A
 * refusal is believed for this post and this time only.
 *
 * @returns the error, when it is more than a refusal
 */
export async function addPerPostMetrics(
  graph: GraphClient,
  call: PlatformCall,
  id: string,
  reading: PostReading,
  metrics: readonly MetricDefinition[]
): Promise<PlatformError | null> {
  try {
    const { answer, refused } = await askInsights({
      host: "post",
      product_type: id,
      metrics,
      verdicts: new MetricVerdicts("instagram", call.now),
      ask: (asked) => insightsOf(graph, call, id, asked),
    })
    addRows(reading, readInsightsRows(answer), metrics)
    explain(reading, refused, "not_supported")
    explain(reading, metrics, "not_returned")
    return null
  } catch (thrown) {
    return PlatformError.from(thrown)
  }
}

async function insightsOf(
  graph: GraphClient,
  call: PlatformCall,
  id: string,
  metrics: readonly MetricDefinition[]
): Promise<unknown> {
  if (metrics.length === 0) {
    return { data: [] }
  }
  return await graph.get(call, {
    endpoint: "GET /{media-id}/insights",
    path: `${id}/insights`,
    params: { metric: metrics.map(({ name }) => name).join(",") },
  })
}

function explain(
  { metrics, unavailable }: PostReading,
  definitions: readonly MetricDefinition[],
  reason: "not_supported" | "not_returned"
): void {
  for (const { metric } of definitions) {
    if (metrics[metric] === undefined) {
      metrics[metric] = null
      unavailable[metric] = reason
    }
  }
}

function isRefusal({ kind, code }: PlatformError): boolean {
  return (
    kind === "unsupported_metric" ||
    code === GRAPH_CODES.refused_breakdown ||
    code === GRAPH_CODES.unclear_parameter
  )
}
