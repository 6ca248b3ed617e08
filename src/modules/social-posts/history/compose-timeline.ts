import { dayOf, type MetricRedefinition } from "../../../platform-kit"
import { findBreaks } from "./definitions"
import { gainOf, type TimeSpan } from "./gains"
import { knownPoints, type Point } from "./known-points"
import { peakDay } from "./peak-day"
import { periodBefore } from "./periods"
import type { Period, PostTimeline, Reading } from "./types"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Tells what the readings of a post mean over a span of time. Pure.
 *
 * @param readings oldest first, from before the span (and before the one it is
 *   compared with) to its end
 */
export function composeTimeline(
  readings: readonly Reading[],
  period: Period,
  definitions: readonly MetricRedefinition[],
  compare: "previous" | null
): PostTimeline {
  const { from, to } = period
  const span = inMilliseconds(period)
  const series = readings.filter(
    ({ at }) => span.from === null || at.getTime() >= span.from
  )
  const metrics = metricsOf(readings)
  const dated = readings.map((reading) => {
    const time = reading.at.getTime()
    return { ...reading, time, day: dayOf(time), eve: dayOf(time - DAY_MS) }
  })
  const points = new Map(
    metrics.map((metric) => [metric, knownPoints(dated, metric)])
  )
  const byMetric = <T>(
    tell: (points: readonly Point[], metric: string) => T
  ): Record<string, T> =>
    Object.fromEntries(
      [...points].map(([metric, known]) => [metric, tell(known, metric)])
    )
  const gainsOf = (span: TimeSpan) =>
    byMetric((known, metric) => gainOf(known, metric, definitions, span))
  const previous = compare && from && to ? periodBefore({ from, to }) : null
  return {
    series,
    gains: gainsOf(span),
    breaks: findBreaks(definitions, series, metrics),
    peak: byMetric((known, metric) =>
      peakDay(known, metric, definitions, span)
    ),
    latest: byMetric((_known, metric) => latestOf(series, metric)),
    previous: previous && {
      ...previous,
      gains: gainsOf(inMilliseconds(previous)),
    },
  }
}

function latestOf(
  series: readonly Reading[],
  metric: string
): { value: number; at: Date } | null {
  const last = series.at(-1)
  const value = last?.values[metric] ?? null
  return last && value !== null ? { value, at: last.at } : null
}

const inMilliseconds = ({ from, to }: Period): TimeSpan => ({
  from: from?.getTime() ?? null,
  to: to?.getTime() ?? Infinity,
})

function metricsOf(readings: readonly Reading[]): string[] {
  const metrics = new Set<string>()
  for (const { values } of readings) {
    for (const metric in values) {
      metrics.add(metric)
    }
  }
  return [...metrics]
}
