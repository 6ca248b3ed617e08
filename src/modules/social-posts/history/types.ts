/** Numbers by metric; `null` is not known, and never 0. */
export type Values = Record<string, number | null>

/** What was known of a post at a moment. */
export interface Reading {
  at: Date
  /** How the platform counted then; see `MetricRedefinition`. */
  definition_version: number
  values: Values
}

/** Where a platform began to count a metric in another way. */
export interface DefinitionBreak {
  /** The first reading of the new way. */
  at: Date
  metric: string
  from_version: number
  to_version: number
}

/** A span of time; `null` is open. */
export interface Period {
  from: Date | null
  to: Date | null
}

/** The day that brought most, and how much; UTC. */
export interface PeakDay {
  day: string
  gain: number
}

/** What is told of a post over a span of time. */
export interface PostTimeline {
  /** Readings of the span, oldest first. */
  series: Reading[]
  /** What the span added; `null` without a reading to start from. */
  gains: Values
  breaks: DefinitionBreak[]
  peak: Record<string, PeakDay | null>
  /** The newest known value of the span. */
  latest: Record<string, { value: number; at: Date } | null>
  /** The span of the same length before; `null` when none was asked for. */
  previous: { from: Date; to: Date; gains: Values } | null
}
