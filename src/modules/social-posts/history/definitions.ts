import {
  DEFAULT_RATE_BASIS,
  ENGAGEMENT_PARTS,
  type MetricRedefinition,
} from "../../../platform-kit"
import { dayOf } from "../../../platform-kit/days"
import type { DefinitionBreak, Reading } from "./types"

/** What our own numbers are computed from: they break with their parts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  engagement: ENGAGEMENT_PARTS,
  engagement_rate: [...ENGAGEMENT_PARTS, ...DEFAULT_RATE_BASIS],
}

/** How a platform counts on the day of a reading; 1 is how it always did. */
export function definitionVersion(
  definitions: readonly MetricRedefinition[] = [],
  at: Date
): number {
  const day = dayOf(at)
  const begun = definitions.filter(({ since }) => since <= day)
  return Math.max(1, ...begun.map(({ version }) => version))
}

/**
 * Whether a metric was counted in another way at one of two readings. A change
 * of version that the platform no longer explains concerns every metric.
 */
export function isBroken(
  definitions: readonly MetricRedefinition[],
  metric: string,
  before: number,
  after: number
): boolean {
  const [low, high] = before < after ? [before, after] : [after, before]
  if (low === high) {
    return false
  }
  const between = definitions.filter(
    ({ version }) => version > low && version <= high
  )
  const counted: readonly string[] = [metric, ...(PARTS[metric] ?? [])]
  return (
    between.length === 0 ||
    between.some(({ metrics }) =>
      metrics.some((name) => counted.includes(name))
    )
  )
}

/** Where a line has to be interrupted, and for which metrics. */
export function findBreaks(
  definitions: readonly MetricRedefinition[],
  readings: readonly Reading[],
  metrics: readonly string[]
): DefinitionBreak[] {
  return readings.slice(1).flatMap(({ at, definition_version }, index) => {
    const before = (readings[index] as Reading).definition_version
    if (before === definition_version) {
      return []
    }
    return metrics
      .filter((metric) =>
        isBroken(definitions, metric, before, definition_version)
      )
      .map((metric) => ({
        at,
        metric,
        from_version: before,
        to_version: definition_version,
      }))
  })
}
