import type {
  SocialAccountDay,
  SocialAccountTimeline,
} from "../../../types/http"

/** An account's metrics, the most telling first. */
const ORDER = [
  "followers",
  "reach",
  "views",
  "impressions",
  "profile_views",
  "accounts_engaged",
  "interactions",
  "clicks",
  "website_clicks",
  "contact_taps",
  "likes",
  "comments",
  "shares",
  "saves",
  "video_views",
  "followers_gained",
  "followers_lost",
  "following",
  "posts_count",
]

/** Totals that stand at the end of a day, not what the day brought. */
const TOTALS: readonly string[] = ["followers", "following", "posts_count"]

/** People, counted once in their day: the days of a period cannot be added up. */
const UNIQUES: readonly string[] = ["reach", "accounts_engaged"]

export const isTotal = (metric: string) => TOTALS.includes(metric)

/** Without any value, a metric is shown only where the reason tells something. */
const WORTH_TELLING = [
  "too_few_followers",
  "not_permitted",
  "not_supported",
  "window_closed",
]

const NEEDED_FOR_A_LINE = 2

export interface AccountFigure {
  metric: string
  /** A total as it stands, else the sum of the days; `null` when not known. */
  value: number | null
  /** Why there is no value. */
  reason: string | null
  /** How a total changed; only totals have one. */
  gain: number | null
  peak: { day: string; value: number } | null
}

const valueOn = ({ metrics }: SocialAccountDay, metric: string) =>
  metrics[metric] ?? null

/** A reason that tells something, else that of the newest day. */
function reasonOf(
  days: readonly SocialAccountDay[],
  metric: string
): string | undefined {
  const reasons = days.flatMap(({ unavailable }) => unavailable[metric] ?? [])
  return (
    reasons.findLast((reason) => WORTH_TELLING.includes(reason)) ??
    reasons.at(-1)
  )
}

const known = (
  { days, latest }: SocialAccountTimeline,
  metric: string
): boolean =>
  Boolean(latest[metric]) || days.some((day) => valueOn(day, metric) !== null)

/** Metrics in their order; those we know nothing of come last. */
function inOrder(names: Iterable<string>): string[] {
  const all = new Set(names)
  return [
    ...ORDER.filter((name) => all.has(name)),
    ...[...all].filter((name) => !ORDER.includes(name)),
  ]
}

/** The metrics an account has, and those it would have. */
const metricsOf = (timeline: SocialAccountTimeline): string[] =>
  inOrder([
    ...Object.keys(timeline.latest),
    ...timeline.days.flatMap(({ metrics }) => Object.keys(metrics)),
    ...timeline.days.flatMap(({ unavailable }) => Object.keys(unavailable)),
  ]).filter(
    (metric) =>
      known(timeline, metric) ||
      WORTH_TELLING.includes(reasonOf(timeline.days, metric) ?? "")
  )

/** Every number of an account in a span of days. */
export function accountFigures(
  timeline: SocialAccountTimeline
): AccountFigure[] {
  return metricsOf(timeline).map((metric) => {
    const gain = timeline.gains[metric] ?? null
    const value = isTotal(metric)
      ? (timeline.latest[metric]?.value ?? null)
      : gain
    return {
      metric,
      value,
      reason: value === null ? whyNot(timeline, metric) : null,
      gain: isTotal(metric) ? gain : null,
      peak: isTotal(metric) ? null : (timeline.peak[metric] ?? null),
    }
  })
}

function whyNot(timeline: SocialAccountTimeline, metric: string): string {
  if (known(timeline, metric)) {
    return UNIQUES.includes(metric) ? "unique" : "incomplete"
  }
  return reasonOf(timeline.days, metric) ?? "no_data_yet"
}

/** Metrics of which a line can be drawn, followers first. */
export const drawnMetrics = ({ days }: SocialAccountTimeline): string[] =>
  inOrder(days.flatMap(({ metrics }) => Object.keys(metrics))).filter(
    (metric) =>
      days.filter((day) => valueOn(day, metric) !== null).length >=
      NEEDED_FOR_A_LINE
  )

/** One metric day by day; a day without it is a gap. */
export const toPoints = (days: readonly SocialAccountDay[], metric: string) =>
  days.map((day) => ({ time: day.day, value: valueOn(day, metric) }))
