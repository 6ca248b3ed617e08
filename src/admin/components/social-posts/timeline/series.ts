import type {
  DefinitionBreak,
  PostPeriod,
  SocialPostSnapshot,
} from "../../../types/http"
import type { LinePoint } from "../../charts/line-geometry"

/** Numbers as they stood at one moment. */
export type Reading = Pick<
  SocialPostSnapshot,
  "captured_at" | "other_metrics"
> & { [metric: string]: unknown }

/**
 * The readings of a span, newest first. `series` has all of them; `timeline` is
 * what older servers have, and a page of the snapshots.
 */
export function readingsOf({
  series,
  timeline = [],
}: {
  series?: PostPeriod["series"]
  timeline?: readonly SocialPostSnapshot[]
}): readonly Reading[] {
  return series && series.length > timeline.length
    ? series
        .map(({ at, values }) => ({ captured_at: at, other_metrics: values }))
        .reverse()
    : timeline
}

/** Numbers that can be drawn over time, the most telling first. */
const DRAWN = [
  "engagement",
  "reach",
  "views",
  "impressions",
  "likes",
  "comments",
  "shares",
  "saves",
  "quotes",
  "clicks",
  "video_views",
  "engagement_rate",
]

const NEEDED_FOR_A_LINE = 2

/** A number of a reading; `null` when it was not known then. */
export function readingOf(
  { other_metrics, ...snapshot }: Reading,
  metric: string
): number | null {
  const value = snapshot[metric] ?? other_metrics?.[metric]
  return typeof value === "number" ? value : null
}

/** Readings of one number, oldest first; they come newest first. */
export const toSeries = (
  timeline: readonly Reading[],
  metric: string
): LinePoint[] =>
  timeline
    .map((snapshot) => ({
      time: snapshot.captured_at,
      value: readingOf(snapshot, metric),
    }))
    .reverse()

/** Numbers of which a line can be drawn. */
export function drawableMetrics(timeline: readonly Reading[]): string[] {
  const others = timeline.flatMap(({ other_metrics }) =>
    Object.keys(other_metrics ?? {})
  )
  return [...new Set([...DRAWN, ...others])].filter(
    (metric) =>
      timeline.filter((snapshot) => readingOf(snapshot, metric) !== null)
        .length >= NEEDED_FOR_A_LINE
  )
}

/** What a number rose or fell by since the reading before; 0 is no change. */
export function changeOf(timeline: readonly Reading[], metric: string): number {
  const [last, before] = timeline
  const now = last ? readingOf(last, metric) : null
  const then = before ? readingOf(before, metric) : null
  return now === null || then === null
    ? 0
    : Math.round((now - then) * 100) / 100
}

/** The number to begin with: the first that went up or down, else the first. */
export function mostTelling(
  timeline: readonly Reading[],
  metrics: readonly string[]
): string | null {
  const moved = metrics.find((metric) => {
    const known = timeline.flatMap(
      (snapshot) => readingOf(snapshot, metric) ?? []
    )
    return new Set(known).size > 1
  })
  return moved ?? metrics[0] ?? null
}

/** When a number began to be counted in another way, oldest first. */
export const breaksOf = (
  breaks: readonly DefinitionBreak[] | undefined,
  metric: string
): string[] =>
  (breaks ?? [])
    .filter((one) => one.metric === metric)
    .map(({ at }) => at)
    .sort()
