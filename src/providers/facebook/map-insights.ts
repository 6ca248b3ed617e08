import {
  explainUnknown,
  type MetricDefinition,
  type MetricName,
  type PostReading,
  toStoredUnit,
} from "../../platform-kit"
import {
  type GraphObject,
  type InsightsRow,
  readInsightsRows,
} from "../../platform-kit/meta-graph"
import { countsOf, kindOf, mapPost } from "./map-post"
import {
  ACTIVITY_BY_TYPE,
  COMPLETE_VIEWS,
  FACEBOOK_METRICS,
  REACTIONS_BY_TYPE,
  VIDEO_METRICS,
} from "./metrics"
import { mapReactions } from "./reactions"

type Rows = Map<string, InsightsRow>

export interface PostContext {
  asked: readonly MetricDefinition[]
  refused: readonly MetricDefinition[]
}

/** A post with nested insights as a reading. */
export function mapInsights(
  post: GraphObject,
  { asked, refused }: PostContext
): PostReading {
  const rows = readInsightsRows(post.insights)
  const kind = kindOf(post)
  const reading: PostReading = {
    metrics: {},
    unavailable: {},
    native: Object.fromEntries(
      [...rows.values()].map(({ name, native }) => [name, native])
    ),
    details: mapPost(post),
  }
  addTotals(reading, post, rows)
  const applies = ({ metric }: MetricDefinition) =>
    kind === "video" || !VIDEO_METRICS.some((video) => video.metric === metric)
  addRows(reading, rows, asked.filter(applies))
  if (kind === "video") {
    addCompleteViews(reading, rows)
  }
  explainUnknown(reading, {
    asked: asked.filter(applies),
    refused: refused.filter(applies),
    table: FACEBOOK_METRICS[kind],
    missing: rows.size === 0 ? "no_data_yet" : "not_returned",
  })
  return reading
}

/** Whether the answer holds no insights at all. */
export function hasNoInsights(post: GraphObject): boolean {
  return readInsightsRows(post.insights).size === 0
}

export function addRows(
  reading: PostReading,
  rows: Rows,
  metrics: readonly MetricDefinition[]
): void {
  for (const { name, metric, unit } of metrics) {
    const value = rows.get(name)?.value ?? null
    if (value !== null && (reading.metrics[metric] ?? null) === null) {
      reading.metrics[metric] = toStoredUnit(value, unit)
    }
  }
}

/** Reactions, comments, shares: the post's own totals, else the insights'. */
function addTotals(reading: PostReading, post: GraphObject, rows: Rows): void {
  const counts = countsOf(post)
  const byType = rows.get(REACTIONS_BY_TYPE)?.parts ?? null
  if (byType) {
    reading.reactions = mapReactions(byType, counts.reactions)
  }
  set(reading, "likes", counts.reactions ?? reading.reactions?.total ?? null)

  // A type that nobody used is left out of a map that is there.
  const activity = partsOf(rows, ACTIVITY_BY_TYPE)
  const used = (type: string) => (activity ? (activity[type] ?? 0) : null)
  set(reading, "comments", counts.comments ?? used("comment"))
  set(reading, "shares", counts.shares ?? used("share"))
}

function addCompleteViews(reading: PostReading, rows: Rows): void {
  const known = COMPLETE_VIEWS.flatMap((name) => rows.get(name)?.value ?? [])
  if (known.length > 0) {
    set(
      reading,
      "complete_views",
      known.reduce((sum, value) => sum + value, 0)
    )
  }
}

function partsOf(rows: Rows, name: string): Record<string, number> | null {
  const parts = rows.get(name)?.parts
  return parts
    ? Object.fromEntries(
        Object.entries(parts).map(([key, value]) => [key.toLowerCase(), value])
      )
    : null
}

function set(
  { metrics }: PostReading,
  metric: MetricName,
  value: number | null
): void {
  if (value !== null) {
    metrics[metric] = value
  }
}
