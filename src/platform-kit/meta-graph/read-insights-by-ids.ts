import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import type { MetricDefinition } from "../metrics"
import { askInsights } from "./ask-insights"
import { GRAPH_CODES } from "./error-table"
import type { GraphClient, GraphObject } from "./graph-client"

export interface ObjectsQuestion {
  ids: readonly string[]
  /** Verdict key. */
  host: string
  product_type: string
  metrics: readonly MetricDefinition[]
  /** `fields=` of one object with these metrics nested in it. */
  fieldsFor: (metrics: readonly MetricDefinition[]) => string
  /** Asks this edge of the objects for the metrics, instead of `fieldsFor`. */
  edge?: string
  /** Cheaper question when a refusal names nothing. */
  probe?: (metrics: MetricDefinition[]) => Promise<unknown>
  /** The host takes batches of single reads (graph.facebook.com). */
  can_batch: boolean
}

/** An object with the insights that were asked of it. */
export interface ObjectAnswer {
  object: GraphObject
  asked: MetricDefinition[]
  refused: MetricDefinition[]
}

export type ObjectAnswers = Map<string, ObjectAnswer | PlatformError>

/** Rounds of batches for objects that spoil their batch for different reasons. */
const MAX_ROUNDS = 3

/**
 * Reads up to 50 objects with their insights in one call. When one of them
 * spoils the call, hosts with batches tell the culprits apart in one more call;
 * on the others the error is thrown and the caller splits.
 *
 * @throws PlatformError
 */
export async function readInsightsByIds(
  graph: GraphClient,
  call: PlatformCall,
  question: ObjectsQuestion,
  round = 1
): Promise<ObjectAnswers> {
  const { ids, can_batch } = question
  try {
    return await readTogether(graph, call, question)
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (!can_batch || ids.length === 1 || !isOneObjectsFault(error)) {
      throw error
    }
    const answers = await readOneByOne(graph, call, question)
    const again = round < MAX_ROUNDS ? refusedIn(answers, call, question) : []
    const second = await readAgain(
      graph,
      call,
      { ...question, ids: again },
      round
    )
    second.forEach((answer, id) => answers.set(id, answer))
    return answers
  }
}

/** A second round must not cost what the first one brought. */
async function readAgain(
  graph: GraphClient,
  call: PlatformCall,
  question: ObjectsQuestion,
  round: number
): Promise<ObjectAnswers> {
  if (question.ids.length === 0) {
    return new Map()
  }
  try {
    return await readInsightsByIds(graph, call, question, round + 1)
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    return new Map(question.ids.map((id) => [id, error]))
  }
}

async function readTogether(
  graph: GraphClient,
  call: PlatformCall,
  question: ObjectsQuestion
): Promise<ObjectAnswers> {
  const { answer, asked, refused } = await askInsights({
    host: question.host,
    product_type: question.product_type,
    metrics: question.metrics,
    verdicts: call.verdicts,
    ask: (metrics) =>
      graph.getByIds(
        call,
        question.ids,
        paramsFor(question, metrics),
        edgeFor(question, metrics)
      ),
    ...(question.probe && { probe: question.probe }),
  })
  return new Map(
    [...answer].map(([id, object]) => [
      id,
      PlatformError.is(object) ? object : { object, asked, refused },
    ])
  )
}

/** An edge cannot be asked for nothing: then the object alone is read. */
function edgeFor(
  { edge }: ObjectsQuestion,
  metrics: readonly MetricDefinition[]
): string | undefined {
  return metrics.length > 0 ? edge : undefined
}

function paramsFor(
  question: ObjectsQuestion,
  metrics: readonly MetricDefinition[]
): Record<string, string> {
  return edgeFor(question, metrics)
    ? { metric: metrics.map(({ name }) => name).join(",") }
    : { fields: question.fieldsFor(metrics) }
}

async function readOneByOne(
  graph: GraphClient,
  call: PlatformCall,
  question: ObjectsQuestion
): Promise<ObjectAnswers> {
  const { ids, host, product_type, metrics } = question
  const isRefused = ({ name }: MetricDefinition) =>
    call.verdicts.isRefused(host, product_type, name)
  const asked = metrics.filter((metric) => !isRefused(metric))
  const refused = metrics.filter(isRefused)
  const params = paramsFor(question, asked)
  const edge = edgeFor(question, asked)
  const items = await graph.getInBatch(
    call,
    ids.map((id) => ({
      endpoint: "GET /{id}",
      path: edge ? `${id}/${edge}` : id,
      params,
    }))
  )
  return new Map(
    ids.map((id, at) => {
      const item = items[at]
      return [
        id,
        item?.error ?? { object: item?.body as GraphObject, asked, refused },
      ]
    })
  )
}

/** Ids whose metrics were refused; the named ones are remembered. */
function refusedIn(
  answers: ObjectAnswers,
  call: PlatformCall,
  { host, product_type }: ObjectsQuestion
): string[] {
  const ids: string[] = []
  for (const [id, answer] of answers) {
    if (PlatformError.is(answer) && answer.kind === "unsupported_metric") {
      ids.push(id)
      const named = answer.metrics.filter(
        (name) => !call.verdicts.isRefused(host, product_type, name)
      )
      named.forEach((name) => call.verdicts.refuse(host, product_type, name))
    }
  }
  return ids
}

function isOneObjectsFault({ scope, kind, code }: PlatformError): boolean {
  return (
    scope === "post" &&
    kind !== "transient" &&
    code !== GRAPH_CODES.too_much_data
  )
}
