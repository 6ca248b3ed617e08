import type {
  MetricName,
  MetricValues,
  PostReading,
  StoryReading,
} from "../../../platform-kit"
import { toRecord } from "../../../platform-kit"
import { knownMetrics } from "../insights/compose-insights"

/**
 * A story's numbers by webhook as a reading over what is stored. Nothing takes
 * the place of what a later reading said, and no number gives way to "unknown".
 * Parts of a breakdown that the webhook does not tell stay, and count. Pure.
 *
 * @param isLate a reading by the platform's API is newer than the notice
 */
export function mergeStory(
  stored: Readonly<Record<string, unknown>>,
  told: StoryReading,
  { isLate, block }: { isLate: boolean; block: string }
): PostReading {
  const known = knownMetrics(stored)
  const breakdowns = mergeParts(stored.breakdowns, told.breakdowns, isLate)
  const metrics: MetricValues = {}
  const unavailable: PostReading["unavailable"] = {}
  for (const [name, value] of Object.entries(told.metrics)) {
    const metric = name as MetricName
    const before = known[metric]
    if (typeof before === "number" && (isLate || typeof value !== "number")) {
      continue
    }
    const parts = breakdowns?.[metric]
    metrics[metric] = parts ? sumOf(parts) : (value ?? null)
    const reason = told.unavailable[metric]
    if (reason) {
      unavailable[metric] = reason
    }
  }
  const before = toRecord(stored[block]) ?? {}
  const native = isLate
    ? { ...told.native, ...before }
    : { ...before, ...told.native }
  const reading = { metrics, unavailable, native, details: {} }
  return breakdowns ? { ...reading, breakdowns } : reading
}

type Parts = Record<string, Record<string, number>>

/** All breakdowns there are, or nothing when the notice tells none. */
function mergeParts(
  given: unknown,
  told: Parts | undefined,
  isLate: boolean
): Parts | undefined {
  if (!told) {
    return undefined
  }
  const stored = (toRecord(given) ?? {}) as Parts
  const merged = Object.entries(told).map(([metric, parts]) => [
    metric,
    isLate ? { ...parts, ...stored[metric] } : { ...stored[metric], ...parts },
  ])
  return { ...stored, ...Object.fromEntries(merged) }
}

const sumOf = (parts: Record<string, number>) =>
  Object.values(parts).reduce((sum, part) => sum + part, 0)
