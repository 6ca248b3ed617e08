import {
  explainUnknown,
  type MetricDefinition,
  type PostReading,
  type ProductTypeMetrics,
  toStoredUnit,
  type UnavailableReason,
} from "../../platform-kit"
import {
  breakdownBy,
  type GraphObject,
  type InsightsRow,
  readInsightsRows,
} from "../../platform-kit/meta-graph"
import { INSTAGRAM_METRICS, type ProductType } from "./metrics"
import { countsOf, mapMedia } from "./map-media"

export interface InsightsContext {
  product_type: ProductType
  asked: readonly MetricDefinition[]
  refused: readonly MetricDefinition[]
  /** Why every asked number is missing, when that is known. */
  missing?: UnavailableReason
}

/**
 * A media object with nested insights as a reading: the object's own counts
 * first (they are what a visitor sees), insights where it has none.
 */
export function mapInsights(
  media: GraphObject,
  context: InsightsContext
): PostReading {
  const rows = readInsightsRows(media.insights)
  const reading = mapObject(media)
  addRows(reading, rows, context.asked)

  const nothing = context.asked.length > 0 && rows.size === 0
  const table: ProductTypeMetrics = INSTAGRAM_METRICS[context.product_type]
  if (context.product_type !== "STORY") {
    explainHidden(reading, media)
  }
  explainUnknown(reading, {
    asked: context.asked,
    refused: context.refused,
    table,
    missing: context.missing ?? (nothing ? "no_data_yet" : "not_returned"),
  })
  return reading
}

/** What the object says by itself: the part that needs no insights. */
export function mapObject(media: GraphObject): PostReading {
  const reading: PostReading = {
    metrics: {},
    unavailable: {},
    native: {},
    details: mapMedia(media),
  }
  const { likes, comments } = countsOf(media)
  setKnown(reading, "likes", likes)
  setKnown(reading, "comments", comments)
  addNativeCounts(reading, media)
  return reading
}

/** Fills metrics from rows; the first name that has a value wins. */
export function addRows(
  reading: PostReading,
  rows: Map<string, InsightsRow>,
  asked: readonly MetricDefinition[]
): void {
  for (const { name, metric, unit } of asked) {
    const value = rows.get(name)?.value ?? null
    if (value !== null && (reading.metrics[metric] ?? null) === null) {
      reading.metrics[metric] = toStoredUnit(value, unit)
      delete reading.unavailable[metric]
    }
  }
  rows.forEach(({ name, native }) => {
    reading.native[name] = native
  })
}

/** Adds the parts of metrics that were asked with their breakdown. */
export function addBreakdown(
  reading: PostReading,
  rows: Map<string, InsightsRow>,
  { name, metric, breakdown, unit }: MetricDefinition
): void {
  const parts = breakdown ? breakdownBy(rows.get(name), breakdown) : null
  if (parts) {
    reading.breakdowns = { ...reading.breakdowns, [metric]: parts }
  }
  addRows(reading, rows, [{ name, metric, ...(unit && { unit }) }])
}

function setKnown(
  reading: PostReading,
  metric: "likes" | "comments",
  value: number | null
): void {
  if (value !== null) {
    reading.metrics[metric] = value
  }
}

/** The object offers likes and comments of every kind of post. */
function explainHidden(reading: PostReading, media: GraphObject): void {
  const { likes, comments } = countsOf(media)
  for (const [metric, value] of Object.entries({ likes, comments })) {
    const name = metric as "likes" | "comments"
    if (value === null && (reading.metrics[name] ?? null) === null) {
      reading.metrics[name] = null
      reading.unavailable[name] = "not_returned"
    }
  }
}

function addNativeCounts(reading: PostReading, media: GraphObject): void {
  for (const name of ["like_count", "comments_count"]) {
    if (media[name] !== undefined) {
      reading.native[name] = media[name]
    }
  }
}
