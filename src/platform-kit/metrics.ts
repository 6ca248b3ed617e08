/**
 * The metrics a post can have, in our words. Units: counts, unless the name is
 * in {@link METRIC_UNITS}. `null` is "not known", with a reason beside it; 0 is
 * a measured zero.
 */
export const METRICS = [
  "likes",
  "comments",
  "shares",
  "saves",
  "quotes",
  "impressions",
  "reach",
  "views",
  "clicks",
  "video_views",
  "avg_watch_time",
  "total_watch_time",
  "complete_views",
  "skip_rate",
  "profile_visits",
  "profile_activity",
  "follows",
  "reposts",
  "replies",
  "navigation",
  "link_clicks",
  "total_interactions",
  "facebook_views",
  "crossposted_views",
  "sends",
] as const

export type MetricName = (typeof METRICS)[number]

/** Units of the metrics that are not plain counts. */
export const METRIC_UNITS: Partial<Record<MetricName, "seconds" | "percent">> =
  {
    avg_watch_time: "seconds",
    total_watch_time: "seconds",
    skip_rate: "percent",
  }

/** The metrics a merchant always sees, so each has a value or a reason. */
export const HEADLINE_METRICS: readonly MetricName[] = [
  "likes",
  "comments",
  "shares",
  "saves",
  "quotes",
  "impressions",
  "reach",
  "views",
  "clicks",
  "video_views",
]

export type MetricValues = Partial<Record<MetricName, number | null>>

/**
 * Why a number is not known. Stable codes: the admin and other callers turn
 * them into sentences.
 *
 * - `not_offered`: the platform has no such number for this kind of post
 * - `retired`: it had one once and took it away
 * - `not_returned`: offered, but missing in the answer (hidden, switched off)
 * - `not_permitted`: only the owner, only within a time, or only with a scope
 * - `not_supported`: refused for this account or kind of post; asked again later
 * - `no_data_yet`: the platform has not counted yet
 * - `too_few_viewers`: below the platform's privacy threshold
 * - `posted_before_conversion`: from before the account became professional
 * - `window_closed`: the platform only keeps it for a while, which is over
 */
export type UnavailableReason =
  | "not_offered"
  | "retired"
  | "not_returned"
  | "not_permitted"
  | "not_supported"
  | "no_data_yet"
  | "too_few_viewers"
  | "posted_before_conversion"
  | "window_closed"

export type UnavailableMetrics = Partial<Record<MetricName, UnavailableReason>>

/** One metric of a platform as its data sheet lists it. */
export interface MetricDefinition {
  /** The platform's name. */
  name: string
  /** Ours. Several names may feed one metric; the first that has a value wins. */
  metric: MetricName
  /** What the platform counts in; durations are stored in seconds. */
  unit?: "count" | "milliseconds" | "seconds" | "percent"
  /** Only on these hosts or login families; everywhere when absent. */
  hosts?: readonly string[]
  /** `single`: asked when one post is synced, not in bulk. */
  ask?: "always" | "single"
  /** Breakdown that goes with the metric, in a call of its own. */
  breakdown?: string
  /** First and last day (ISO date) on which the platform answers it. */
  since?: string
  until?: string
}

/** A metric that the platform took away: never asked, shown as retired. */
export interface RetiredMetric {
  name: string
  metric?: MetricName
  /** ISO date from which it is refused, for all API versions. */
  until: string
}

/**
 * A platform counts metrics in another way from a day on, e.g. YouTube's views
 * since 2026-08-24: numbers before and after cannot be compared.
 */
export interface MetricRedefinition {
  /** ISO date, UTC: the first day of the new way. */
  since: string
  /** Of readings from then on; the first is 2, for what came before is 1. */
  version: number
  metrics: readonly MetricName[]
}

/** What one kind of post can be asked for. */
export interface ProductTypeMetrics {
  /** Always asked; the call has no worth without them. */
  core: readonly MetricDefinition[]
  /** Asked with the core and dropped, one by one, when refused. */
  optional: readonly MetricDefinition[]
  retired: readonly RetiredMetric[]
}

/** Platform metrics by product type, e.g. `FEED`, `REELS`. */
export type MetricTables = Readonly<Record<string, ProductTypeMetrics>>

/** Brings a platform's number to the unit we store (durations: seconds). */
export function toStoredUnit(
  value: number,
  unit: MetricDefinition["unit"] = "count"
): number {
  return unit === "milliseconds" ? value / 1000 : value
}

/** The definitions that apply to a host on a day. */
export function definitionsFor(
  definitions: readonly MetricDefinition[],
  { host, on, depth }: { host: string; on: Date; depth: "single" | "bulk" }
): MetricDefinition[] {
  const day = on.toISOString().slice(0, 10)
  return definitions.filter(
    (definition) =>
      (!definition.hosts || definition.hosts.includes(host)) &&
      (!definition.since || definition.since <= day) &&
      (!definition.until || definition.until >= day) &&
      (definition.ask !== "single" || depth === "single")
  )
}
