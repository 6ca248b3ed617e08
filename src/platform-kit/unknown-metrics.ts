import {
  HEADLINE_METRICS,
  type MetricDefinition,
  type MetricName,
  type MetricValues,
  type ProductTypeMetrics,
  type UnavailableMetrics,
  type UnavailableReason,
} from "./metrics"

export interface Question {
  /** What the answer was asked for. */
  asked: readonly MetricDefinition[]
  /** What was left out because the platform refuses it. */
  refused: readonly MetricDefinition[]
  /** The product type's table; headline metrics outside it are not offered. */
  table: ProductTypeMetrics
  /** Why an asked metric may be missing in this answer. Default `not_returned`. */
  missing?: UnavailableReason
}

/**
 * Gives every number that a good answer did not bring its `null` and its
 * reason. Metrics that were not part of the question (single syncs only) are
 * left alone, so that what is stored stays.
 */
export function explainUnknown(
  known: { metrics: MetricValues; unavailable: UnavailableMetrics },
  { asked, refused, table, missing = "not_returned" }: Question
): void {
  const explain = (metric: MetricName, reason: UnavailableReason) => {
    const value = known.metrics[metric]
    if (value === undefined || value === null) {
      known.metrics[metric] = null
      known.unavailable[metric] ??= reason
    }
  }
  asked.forEach(({ metric }) => explain(metric, missing))
  refused.forEach(({ metric }) => explain(metric, "not_supported"))
  const offered = new Set<MetricName>(
    [...table.core, ...table.optional].map(({ metric }) => metric)
  )
  const retired = new Set(table.retired.map(({ metric }) => metric))
  for (const metric of HEADLINE_METRICS) {
    if (!offered.has(metric)) {
      explain(metric, retired.has(metric) ? "retired" : "not_offered")
    }
  }
}
