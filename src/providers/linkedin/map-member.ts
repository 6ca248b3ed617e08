import {
  explainUnknown,
  type MetricDefinition,
  PlatformError,
  type PlatformPost,
  type PostReading,
  type ProductTypeMetrics,
  toStoredUnit,
} from "../../platform-kit"
import { keepOrExplain } from "./map-organization"

/** What was answered about a person's post, metric by metric. */
export interface MemberAnswers {
  table: ProductTypeMetrics
  /** By LinkedIn's name; `null` is "no data". */
  counts: Map<string, number | null>
  refused: MetricDefinition[]
  /** What ended the questions early. */
  error: PlatformError | null
}

/** Turns the numbers of a person's post into a reading. Pure. */
export function mapMemberPost(
  post: PlatformPost,
  { table, counts, refused }: MemberAnswers
): PostReading {
  const reading: PostReading = {
    metrics: {},
    unavailable: {},
    native: {},
    details: {},
  }
  for (const { name, metric, unit } of [...table.core, ...table.optional]) {
    const count = counts.get(name)
    if (count === null) {
      keepOrExplain(reading, [metric], post, "no_data_yet")
    } else if (count !== undefined) {
      reading.metrics[metric] = toStoredUnit(count, unit)
      reading.native[name] = count
    }
  }
  explainUnknown(reading, { asked: [], refused, table })
  return reading
}
