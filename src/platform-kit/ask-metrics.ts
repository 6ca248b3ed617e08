import { PlatformError } from "./errors"
import type { MetricDefinition } from "./metrics"
import type { MetricVerdicts } from "./verdicts"

/** Whatever has the platform's name of a metric: of posts, of accounts. */
export interface NamedMetric {
  name: string
}

export interface MetricQuestion<R, M extends NamedMetric = MetricDefinition> {
  /** Host or login family, part of the verdict's key. */
  host: string
  product_type: string
  metrics: readonly M[]
  verdicts: MetricVerdicts
  /** Asks the platform for these metrics, all or nothing. */
  ask: (metrics: M[]) => Promise<R>
  /**
   * Asks for a few metrics of one object only, when the platform refuses
   * without naming the culprit. Default: `ask`.
   */
  probe?: (metrics: M[]) => Promise<unknown>
}

export interface MetricAnswer<R, M extends NamedMetric = MetricDefinition> {
  answer: R
  asked: M[]
  /** Refused now or earlier and therefore not in the answer. */
  refused: M[]
}

/**
 * Asks for metrics and lets one refused metric never cost the others: it is
 * dropped, the rest is asked again at once, and the verdict is remembered.
 *
 * @throws PlatformError anything but `unsupported_metric`; that one only when
 *   every metric was refused
 */
export async function askMetrics<R, M extends NamedMetric = MetricDefinition>(
  question: MetricQuestion<R, M>
): Promise<MetricAnswer<R, M>> {
  const { host, product_type, verdicts } = question
  const isRefused = ({ name }: M) =>
    verdicts.isRefused(host, product_type, name)

  for (;;) {
    const asked = question.metrics.filter((metric) => !isRefused(metric))
    try {
      const answer = await question.ask(asked)
      return { answer, asked, refused: question.metrics.filter(isRefused) }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "unsupported_metric" || asked.length === 0) {
        throw error
      }
      const culprits = await culpritsOf(error, asked, question)
      if (culprits.length === 0) {
        throw error
      }
      for (const { name } of culprits) {
        verdicts.refuse(host, product_type, name)
      }
    }
  }
}

async function culpritsOf<R, M extends NamedMetric>(
  error: PlatformError,
  asked: M[],
  question: MetricQuestion<R, M>
): Promise<M[]> {
  if (error.metrics.length > 0) {
    return asked.filter(({ name }) => error.metrics.includes(name))
  }
  if (error.allowed) {
    const allowed = error.allowed
    return asked.filter(({ name }) => !allowed.includes(name))
  }
  return bisect(asked, question.probe ?? question.ask)
}

/** Finds the refused ones among metrics that are known to hold at least one. */
async function bisect<M>(
  suspects: M[],
  probe: (metrics: M[]) => Promise<unknown>
): Promise<M[]> {
  if (suspects.length <= 1) {
    return suspects
  }
  const middle = Math.ceil(suspects.length / 2)
  const culprits: M[] = []
  for (const half of [suspects.slice(0, middle), suspects.slice(middle)]) {
    if (await isRefusedTogether(half, probe)) {
      culprits.push(...(await bisect(half, probe)))
    }
  }
  return culprits
}

async function isRefusedTogether<M>(
  metrics: M[],
  probe: (metrics: M[]) => Promise<unknown>
): Promise<boolean> {
  try {
    await probe(metrics)
    return false
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (error.kind === "unsupported_metric") {
      return true
    }
    throw error
  }
}
