import {
  METRICS,
  type MetricName,
  type MetricValues,
  type PlatformProfile,
  toNumber,
  toRecord,
  toStoredUnit,
  type UnavailableMetrics,
} from "../../../platform-kit"
import { removeInventedZeros } from "./invented-zeros"
import type { OldComments } from "./old-comments"

/** The numbers of a post, as far as they can be believed. */
export interface OldNumbers {
  metrics: MetricValues
  unavailable: UnavailableMetrics
  /** Zeros that nobody measured. */
  zeros: MetricName[]
  /** What stood where a number should be and was none. */
  unreadable: string[]
}

/**
 * Reads the numbers among old `insights`: those at the top, or, for the second
 * network of a row, only what is in its own block. Pure.
 *
 * @param owns the numbers at the top are of this network
 */
export function readOldNumbers(
  insights: Record<string, unknown>,
  profile: PlatformProfile,
  comments: OldComments,
  reading: { at: Date | null; failed: boolean; owns: boolean }
): OldNumbers {
  const unreadable: string[] = []
  const unavailable: UnavailableMetrics = {}
  const metrics = reading.owns
    ? numbersOnTop(insights, comments, unreadable)
    : numbersOfBlock(insights, profile)
  for (const metric of Object.keys(metrics) as MetricName[]) {
    if (metrics[metric] === null) {
      unavailable[metric] = "not_returned"
    }
  }
  const zeros = removeInventedZeros(metrics, unavailable, profile, reading)
  return { metrics, unavailable, zeros, unreadable }
}

function numbersOnTop(
  insights: Record<string, unknown>,
  comments: OldComments,
  unreadable: string[]
): MetricValues {
  const metrics: MetricValues = {}
  for (const metric of METRICS) {
    const stored = insights[metric]
    const value = metric === "comments" ? comments.count : toNumber(stored)
    if (stored === undefined) {
      continue
    }
    if (value === null && stored !== null) {
      unreadable.push(metric)
    }
    metrics[metric] = value ?? null
  }
  return metrics
}

/** The block keeps the platform's own names, which the metric tables translate. */
function numbersOfBlock(
  insights: Record<string, unknown>,
  profile: PlatformProfile
): MetricValues {
  const block = toRecord(insights[profile.insights_block]) ?? {}
  const metrics: MetricValues = {}
  const tables = Object.values(profile.metric_tables)
    .flatMap((byType) => Object.values(byType))
    .flatMap(({ core, optional, retired }) => [
      ...core,
      ...optional,
      ...retired,
    ])
  for (const { name, metric, ...definition } of tables) {
    const value = toNumber(block[name])
    if (metric && value !== null) {
      const unit = "unit" in definition ? definition.unit : undefined
      metrics[metric] ??= toStoredUnit(value, unit)
    }
  }
  return metrics
}
