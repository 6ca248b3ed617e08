import {
  askMetrics,
  type MetricQuestion,
  type NamedMetric,
} from "../ask-metrics"
import { PlatformError } from "../errors"
import type { MetricDefinition } from "../metrics"
import { GRAPH_CODES } from "./error-table"

export interface InsightsAnswer<R, M extends NamedMetric = MetricDefinition> {
  answer: R
  /** Definitions whose name was asked, doubles included. */
  asked: M[]
  refused: M[]
}

/**
 * `askMetrics` for Meta. Two differences: a name that feeds several of our
 * metrics is asked once, and a code 100 in words we do not know (localised) is
 * taken for a refused metric when the same objects can be read without any. A
 * refusal that blames none of the metrics that were asked names nothing.
 *
 * @param question `ask` must accept an empty list: the objects alone
 */
export async function askInsights<R, M extends NamedMetric = MetricDefinition>(
  question: MetricQuestion<R, M>
): Promise<InsightsAnswer<R, M>> {
  let readable = false
  const isMetricsFault = async (error: PlatformError) => {
    if (
      error.kind !== "invalid" ||
      error.code !== GRAPH_CODES.unclear_parameter
    ) {
      return false
    }
    if (!readable) {
      await question.ask([])
      readable = true
    }
    return true
  }
  const understood =
    <A>(ask: (metrics: M[]) => Promise<A>) =>
    async (metrics: M[]): Promise<A> => {
      try {
        return await ask(metrics)
      } catch (thrown) {
        const error = PlatformError.from(thrown)
        throw metrics.length > 0 &&
          (blamesOthers(error, metrics) || (await isMetricsFault(error)))
          ? unnamedRefusal(error)
          : error
      }
    }

  const { answer, asked, refused } = await askMetrics({
    ...question,
    metrics: uniqueNames(question.metrics),
    ask: understood(question.ask),
    ...(question.probe && { probe: understood(question.probe) }),
  })
  const named = (metrics: M[]) => {
    const names = new Set(metrics.map(({ name }) => name))
    return question.metrics.filter(({ name }) => names.has(name))
  }
  return { answer, asked: named(asked), refused: named(refused) }
}

/** Each platform name once, in order. */
export function uniqueNames<M extends NamedMetric>(metrics: readonly M[]): M[] {
  return [...new Map(metrics.map((metric) => [metric.name, metric])).values()]
}

/** The list of allowed names is the same for every kind of post. */
function blamesOthers(
  { kind, metrics: named, allowed }: PlatformError,
  asked: readonly NamedMetric[]
): boolean {
  return (
    kind === "unsupported_metric" &&
    (named.length > 0 || allowed !== null) &&
    !asked.some(({ name }) =>
      named.length > 0 ? named.includes(name) : !allowed?.includes(name)
    )
  )
}

function unnamedRefusal(error: PlatformError): PlatformError {
  return new PlatformError({
    kind: "unsupported_metric",
    scope: "metric",
    code: error.code,
    message: error.message,
    cause: error,
  })
}
