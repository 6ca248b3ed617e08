import type { PlatformError } from "./errors"

/**
 * What an account can have per day. Counts. `followers`, `following` and
 * `posts_count` are totals at the end of the day, all others what the day
 * brought. Uniques (`reach`, `accounts_engaged`) must never be added up.
 */
export const ACCOUNT_METRICS = [
  "followers",
  "following",
  "posts_count",
  "followers_gained",
  "followers_lost",
  "reach",
  "views",
  "impressions",
  "profile_views",
  "accounts_engaged",
  "interactions",
  "likes",
  "comments",
  "shares",
  "saves",
  "clicks",
  "website_clicks",
  "contact_taps",
  "video_views",
] as const

export type AccountMetricName = (typeof ACCOUNT_METRICS)[number]

/** Totals that stand at the end of a day, not what the day brought. */
export const ACCOUNT_TOTALS: readonly AccountMetricName[] = [
  "followers",
  "following",
  "posts_count",
]

/** People, counted once in their day: the days of a period cannot be added up. */
export const ACCOUNT_UNIQUES: readonly AccountMetricName[] = [
  "reach",
  "accounts_engaged",
]

export type AccountMetricValues = Partial<
  Record<AccountMetricName, number | null>
>

/**
 * Why a number of an account's day is not known: the codes of a post's metrics,
 * `too_few_followers` below the platform's threshold, and `not_read`: the
 * platform could not be asked for it (down, a limit, not connected). What was
 * not read is asked for again as long as the platform keeps it, so a number that
 * will never come needs one of the other reasons.
 */
export type AccountUnavailableReason =
  | "not_offered"
  | "retired"
  | "not_returned"
  | "not_permitted"
  | "not_supported"
  | "no_data_yet"
  | "too_few_followers"
  | "window_closed"
  | "not_read"

/** A platform's own number of an account, and what it is here. */
export interface AccountMetricDefinition {
  /** The platform's name. */
  name: string
  metric: AccountMetricName
  /** Only on these hosts or login families; everywhere when absent. */
  hosts?: readonly string[]
}

/** One day of an account. What is absent was not learned; `null` has a reason. */
export interface AccountDay {
  /** The calendar day, `YYYY-MM-DD`, as the platform cuts days. */
  day: string
  /** End of the platform's day; `null` when it is simply midnight UTC. */
  period_end: Date | null
  metrics: AccountMetricValues
  unavailable: Partial<Record<AccountMetricName, AccountUnavailableReason>>
  /** e.g. `{ contact_taps: { call: 2, email: 1 } }`, lower case. */
  breakdowns?: Record<string, Record<string, number>>
}

/** Who follows an account, as of now. Shares of those the platform knows. */
export interface AccountAudience {
  /** e.g. `{ country: { DE: 120 }, age: { "18-24": 40 } }`. */
  demographics: Record<string, Record<string, number>>
  /** Followers online by hour of the day (`0` to `23`, as the platform cuts days). */
  online_hours: Record<string, number> | null
  /** Why a part is missing: `demographics`, `online_hours` or a dimension. */
  unavailable: Record<string, AccountUnavailableReason>
}

export interface AccountInsightsRequest {
  /** First and last day wanted, `YYYY-MM-DD`, both included, closed days (UTC). */
  from: string
  to: string
  /** The day that runs now (UTC); totals as of now belong to it. */
  today: string
  /** Ask who follows too; costs calls of its own. */
  audience: boolean
}

/** A part of the answer; days come as they are read, each at most once a page. */
export interface AccountInsightsPage {
  days: AccountDay[]
  audience?: AccountAudience
  /** Parts that could not be read, each named in a sentence. */
  problems: { part: string; error: PlatformError }[]
}
