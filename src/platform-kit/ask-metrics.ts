import { PlatformError } from "./errors"
import type { MetricDefinition } from "./metrics"
import type { MetricVerdicts } from "./verdicts"

export interface MetricQuestion<R> {
  /** Host or login family, part of the verdict's key. */
  host: string
  product_type: string
  metrics: readonly MetricDefinition[]
  verdicts: MetricVerdicts
  /** Asks the platform for these metrics, all or nothing. */
  ask: (metrics: MetricDefinition[]) => Promise<R>
  /**
   * Asks for a few metrics of one object only, when the platform refuses
   * without naming the culprit. Default: `ask`.
   */
  probe?: (metrics: MetricDefinition[]) => Promise<unknown>
}

export interface MetricAnswer<R> {
  answer: R
  asked: MetricDefinition[]
  /** Refused now or earlier and therefore not in the answer. */
  refused: MetricDefinition[]
}

/**
 * Asks for metrics and lets one refused metric never cost the others: it is
 * dropped, the rest is asked again at once, and the verdict is remembered.
 *
 * @throws PlatformError anything but `unsupported_metric`; that one only when
 *   every metric was refused
 */
export async function askMetrics<R>(
  question: MetricQuestion<R>
): Promise<MetricAnswer<R>> {
  const { host, product_type, verdicts } = question
  const isRefused = ({ name }: MetricDefinition) =>
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

async function culpritsOf<R>(
  error: PlatformError,
  asked: MetricDefinition[],
  question: MetricQuestion<R>
): Promise<MetricDefinition[]> {
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
async function bisect(
  suspects: MetricDefinition[],
  probe: (metrics: MetricDefinition[]) => Promise<unknown>
): Promise<MetricDefinition[]> {
  if (suspects.length <= 1) {
    return suspects
  }
  const middle = Math.ceil(suspects.length / 2)
  const culprits: MetricDefinition[] = []
  for (const half of [suspects.slice(0, middle), suspects.slice(middle)]) {
    if (await isRefusedTogether(half, probe)) {
      culprits.push(...(await bisect(half, probe)))
    }
  }
  return culprits
}

async function isRefusedTogether(
  metrics: MetricDefinition[],
  probe: (metrics: MetricDefinition[]) => Promise<unknown>
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
