import { unit } from "../core/hash"
import { Dialect } from "../meta/dialect"
import { DAY, utcMidnight } from "../meta/time"
import { InstagramAccount } from "./model"

export interface AccountMetric {
  period: "day" | "lifetime"
  breakdowns: string[]
  types: ("total_value" | "time_series")[]
  /** Not returned below a hundred followers. */
  needs_followers?: true
  demographic?: true
  /** Still accepted without being documented; graph.instagram.com drops it. */
  undocumented?: true
  /** Mean per day, as a share of the followers. */
  rate: number
  unique?: true
}

const PRODUCT = "media_product_type"
const FOLLOW = "follow_type"
const DEMOGRAPHY = ["age", "city", "country", "gender"]

const total = (rate: number, breakdowns: string[] = []): AccountMetric => ({
  period: "day",
  breakdowns,
  types: ["total_value"],
  rate,
})

const demographics: AccountMetric = {
  period: "lifetime",
  breakdowns: DEMOGRAPHY,
  types: ["total_value"],
  needs_followers: true,
  demographic: true,
  rate: 1,
}

/** Account metrics (instagram §7.2). */
export const ACCOUNT_METRICS: Record<string, AccountMetric> = {
  reach: {
    ...total(0.2, [PRODUCT, FOLLOW]),
    types: ["total_value", "time_series"],
    unique: true,
  },
  views: total(0.4, [FOLLOW, PRODUCT]),
  accounts_engaged: { ...total(0.03), unique: true },
  total_interactions: total(0.06, [PRODUCT]),
  likes: total(0.04, [PRODUCT]),
  comments: total(0.005, [PRODUCT]),
  shares: total(0.006, [PRODUCT]),
  saves: total(0.007, [PRODUCT]),
  replies: total(0.001),
  reposts: total(0.001),
  follows_and_unfollows: { ...total(0.004, [FOLLOW]), needs_followers: true },
  profile_links_taps: total(0.002, ["contact_button_type"]),
  follower_demographics: demographics,
  engaged_audience_demographics: demographics,
  follower_count: {
    ...total(0.003),
    types: ["time_series"],
    needs_followers: true,
  },
  online_followers: {
    period: "lifetime",
    breakdowns: [],
    types: ["time_series"],
    needs_followers: true,
    rate: 0.1,
  },
  profile_views: { ...total(0.02), undocumented: true },
  website_clicks: { ...total(0.002), undocumented: true },
  content_views: { ...total(0.4), undocumented: true },
}

export const ACCOUNT_BREAKDOWNS = [
  ...DEMOGRAPHY,
  "contact_button_type",
  FOLLOW,
  PRODUCT,
].sort()

/** Names a host lists when it refuses one. */
export function accountMetricNames(dialect: Dialect): string[] {
  return Object.entries(ACCOUNT_METRICS)
    .filter(
      ([name, { undocumented }]) =>
        !undocumented || dialect === "FBH" || name === "profile_views"
    )
    .map(([name]) => name)
}

/** A metric's number on one UTC day; today only the part tallied so far. */
export function dailyValue(
  seed: number,
  account: InstagramAccount,
  name: string,
  day: number,
  now: number
): number {
  const rate = ACCOUNT_METRICS[name]?.rate ?? 0
  const swing = 0.5 + unit(seed, account.id, name, day / DAY)
  const part = Math.min(1, Math.max(0, (now - day) / DAY))
  // Tallying lags: a running day shows less than its share.
  const tallied = part < 1 ? part * 0.4 : 1
  return Math.floor(account.followers * rate * swing * tallied)
}

/** Days of a window, by UTC midnight; `until` is exclusive. */
export function daysOf(since: number, until: number): number[] {
  const days: number[] = []
  for (let day = utcMidnight(since); day < until; day += DAY) {
    days.push(day)
  }
  return days
}

/** One number for a window. Unique people are fewer than the sum of the days. */
export function windowValue(
  seed: number,
  account: InstagramAccount,
  name: string,
  since: number,
  until: number,
  now: number
): number {
  const values = daysOf(since, until).map((day) =>
    dailyValue(seed, account, name, day, now)
  )
  const sum = values.reduce((all, value) => all + value, 0)
  const unique = ACCOUNT_METRICS[name]?.unique && values.length > 1
  return unique ? Math.max(...values, Math.floor(sum * 0.62)) : sum
}

const VALUES: Record<string, [string, number][]> = {
  media_product_type: [
    ["POST", 0.3],
    ["REEL", 0.45],
    ["CAROUSEL_CONTAINER", 0.15],
    ["STORY", 0.08],
    ["AD", 0.05],
  ],
  follow_type: [
    ["FOLLOWER", 0.55],
    ["NON_FOLLOWER", 0.42],
    ["UNKNOWN", 0.03],
  ],
  contact_button_type: [
    ["EMAIL", 0.6],
    ["CALL", 0.3],
    ["DIRECTION", 0.1],
  ],
  age: [
    ["18-24", 0.2],
    ["25-34", 0.4],
    ["35-44", 0.2],
    ["45-54", 0.1],
  ],
  gender: [
    ["F", 0.6],
    ["M", 0.3],
    ["U", 0.05],
  ],
  country: [
    ["DE", 0.5],
    ["AT", 0.2],
    ["CH", 0.1],
    ["US", 0.05],
  ],
  city: [
    ["Berlin, Berlin", 0.2],
    ["Vienna, Vienna", 0.15],
    ["Zürich, Zürich", 0.05],
  ],
}

/** Slices of a total over one or two dimensions; slices of nothing are absent. */
export function breakdownResults(dimensions: string[], value: number) {
  let rows: { dimension_values: string[]; share: number }[] = [
    { dimension_values: [], share: 1 },
  ]
  for (const dimension of dimensions) {
    rows = rows.flatMap((row) =>
      (VALUES[dimension] ?? []).map(([name, share]) => ({
        dimension_values: [...row.dimension_values, name],
        share: row.share * share,
      }))
    )
  }
  return rows
    .map(({ dimension_values, share }) => ({
      dimension_values,
      value: Math.floor(value * share),
    }))
    .filter((row) => row.value > 0)
}
