import { unit } from "../core/hash"
import { pageTokenRequired } from "../meta/auth-errors"
import { invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { DAY, graphTime, pacificMidnight } from "../meta/time"
import { parseMoment, utcMidnight } from "../meta/time"
import { lacksInsights, readMetrics, row, windowLinks } from "./insights-call"
import { FacebookPage, has } from "./model"

type Value = number | Record<string, number>

interface PageMetric {
  periods: string[]
  /** Mean per day, as a share of the followers. */
  rate: number
  /** A window of days counts people once. */
  unique?: true
  breakdowns?: string[]
  /** Turns the number of a day into the value that is answered. */
  shape?(value: number, page: FacebookPage, day: number): Value
}

const ALL = ["day", "week", "days_28"]
const DAILY = ["day"]

const split = (keys: Record<string, number>) => (value: number) =>
  Object.fromEntries(
    Object.entries(keys).map(([key, share]) => [key, Math.floor(value * share)])
  )

/** A running total: it grows by a little every day. */
const followers = (_value: number, page: FacebookPage, day: number) =>
  Math.floor(page.followers * (1 + (day / DAY - 20_000) * 0.0004))

const video = (rate: number): PageMetric => ({ periods: ALL, rate })

/** Page metrics (facebook §4). */
const PAGE_METRICS: Record<string, PageMetric> = {
  page_media_view: {
    periods: ALL,
    rate: 0.5,
    breakdowns: ["is_from_ads", "is_from_followers"],
  },
  page_total_media_view_unique: { periods: ALL, rate: 0.25, unique: true },
  page_post_engagements: { periods: ALL, rate: 0.05 },
  page_views_total: { periods: ALL, rate: 0.02 },
  page_total_actions: { periods: ALL, rate: 0.002 },
  page_follows: { periods: DAILY, rate: 1, shape: followers },
  page_daily_follows: { periods: DAILY, rate: 0.002 },
  page_daily_follows_unique: { periods: ALL, rate: 0.002, unique: true },
  page_daily_unfollows_unique: { periods: ALL, rate: 0.001, unique: true },
  page_fan_adds_by_paid_non_paid_unique: {
    periods: DAILY,
    rate: 0.002,
    shape: split({ total: 1, paid: 0, unpaid: 1 }),
  },
  page_actions_post_reactions_like_total: { periods: ALL, rate: 0.02 },
  page_actions_post_reactions_love_total: { periods: ALL, rate: 0.008 },
  page_actions_post_reactions_wow_total: { periods: ALL, rate: 0.002 },
  page_actions_post_reactions_haha_total: { periods: ALL, rate: 0.002 },
  page_actions_post_reactions_sorry_total: { periods: ALL, rate: 0.001 },
  page_actions_post_reactions_anger_total: { periods: ALL, rate: 0.001 },
  page_actions_post_reactions_total: {
    periods: DAILY,
    rate: 0.03,
    shape: split({ like: 0.6, love: 0.25, wow: 0.1, haha: 0.05 }),
  },
  page_video_views: video(0.2),
  page_video_views_paid: video(0),
  page_video_views_organic: video(0.2),
  page_video_views_autoplayed: video(0.15),
  page_video_views_click_to_play: video(0.05),
  page_video_views_by_paid_non_paid: {
    ...video(0.2),
    shape: split({ total: 1, paid: 0, unpaid: 1 }),
  },
  page_video_repeat_views: video(0.02),
  page_video_complete_views_30s: video(0.05),
  page_video_view_time: { periods: DAILY, rate: 900 },
  page_follows_country: {
    periods: DAILY,
    rate: 1,
    shape: split({ DE: 0.6, AT: 0.2, CH: 0.1 }),
  },
  page_follows_city: {
    periods: DAILY,
    rate: 1,
    shape: split({ "Berlin, Germany": 0.2, "Vienna, Austria": 0.1 }),
  },
}

const LENGTH: Record<string, number> = { day: 1, week: 7, days_28: 28 }
const MAX_DAYS = 90

function readWindow(call: EdgeCall, now: number) {
  const until = parseMoment(call.params.until) ?? now
  const since = parseMoment(call.params.since) ?? until - 2 * DAY
  if (until - since > MAX_DAYS * DAY) {
    throw invalidParameter(
      "There cannot be more than 93 days (8035200 s) between since and until"
    )
  }
  return { since, until }
}

/** A rolling total of the days before `day`, the day itself included. */
function rolling(
  seed: number,
  page: FacebookPage,
  name: string,
  metric: PageMetric,
  day: number,
  length: number
): number {
  let sum = 0
  for (let i = 0; i < length; i++) {
    const swing = 0.5 + unit(seed, page.id, name, day / DAY - i)
    sum += Math.floor(page.followers * metric.rate * swing)
  }
  return metric.unique && length > 1 ? Math.floor(sum * 0.6) : sum
}

/** `GET /{page-id}/insights`: closed days only, stamped with their end. */
export function pageInsights(
  page: FacebookPage,
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const names = readMetrics(call, (name) => Object.hasOwn(PAGE_METRICS, name))
  const { period, breakdown } = call.params
  const fits = names.every((name) =>
    PAGE_METRICS[name]?.breakdowns?.includes(breakdown ?? "")
  )
  if (breakdown && !fits) {
    throw invalidParameter(
      `Incompatible breakdowns (${breakdown}) for metric (${names.join(", ")})`
    )
  }
  const { since, until } = readWindow(call, context.now)
  if (lacksInsights(context) || has(page, "few_likes")) {
    return { data: [] }
  }
  const { seed } = context.environment
  const days: number[] = []
  for (let day = utcMidnight(since) - DAY; day < until; day += DAY) {
    const end = pacificMidnight(day + DAY)
    if (end > since && end <= Math.min(until, context.now)) {
      days.push(day)
    }
  }
  const data = names.flatMap((name) => {
    const metric = PAGE_METRICS[name] as PageMetric
    const periods = metric.periods.filter((one) => !period || one === period)
    return periods.map((one) => {
      const values = days.flatMap((day) => {
        const length = LENGTH[one] ?? 1
        const number = rolling(seed, page, name, metric, day, length)
        const end_time = graphTime(pacificMidnight(day + DAY))
        if (breakdown) {
          // Only what is not zero; nothing here comes from ads.
          const from_ads = breakdown === "is_from_ads"
          const yes = from_ads ? 0 : Math.floor(number * 0.6)
          return [
            { value: yes, [breakdown]: "1", end_time },
            { value: number - yes, [breakdown]: "0", end_time },
          ].filter((entry) => Number(entry.value) > 0)
        }
        const value = metric.shape ? metric.shape(number, page, day) : number
        return [{ value, end_time }]
      })
      return row(page.id, name, one, values)
    })
  })
  const path = `${page.id}/insights`
  return data.length
    ? { data, paging: windowLinks(path, call, context, since, until) }
    : { data }
}
