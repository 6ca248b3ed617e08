import { GraphContext } from "../meta/graph"
import { DAY, graphTime, pacificMidnight } from "../meta/time"
import { breakdownResults, dailyValue } from "./account-metrics"
import { daysOf, windowValue } from "./account-metrics"
import { Window } from "./account-window"
import { InstagramAccount } from "./model"

const head = (name: string, period: string) => ({
  name,
  period,
  title: name.replace(/_/g, " "),
  description: `${name.replace(/_/g, " ")} of this account.`,
})

const rowId = (account: InstagramAccount, name: string, period: string) =>
  `${account.id}/insights/${name}/${period}`

/** Demographics have no total, and `timeframe` may be the first dimension. */
export function demographicRow(
  account: InstagramAccount,
  name: string,
  breakdowns: string[],
  timeframe: string | undefined
) {
  const prefix = timeframe ? [timeframe.toUpperCase()] : []
  const results = breakdownResults(breakdowns, account.followers * 0.9).map(
    ({ dimension_values, value }) => ({
      dimension_values: [...prefix, ...dimension_values],
      value,
    })
  )
  return {
    ...head(name, "lifetime"),
    total_value: breakdowns.length
      ? {
          breakdowns: [
            {
              dimension_keys: [
                ...(timeframe ? ["timeframe"] : []),
                ...breakdowns,
              ],
              results: results.slice(0, 45),
            },
          ],
        }
      : {},
    id: rowId(account, name, "lifetime"),
  }
}

export function totalRow(
  account: InstagramAccount,
  name: string,
  breakdowns: string[],
  { since, until }: Window,
  { environment, now }: GraphContext
) {
  const value = windowValue(environment.seed, account, name, since, until, now)
  // Without a breakdown this metric is an empty shell.
  const shell = name === "follows_and_unfollows"
  const results = breakdownResults(breakdowns, value)
  return {
    ...head(name, "day"),
    total_value: {
      ...(shell ? {} : { value }),
      ...(breakdowns.length
        ? {
            breakdowns: [
              {
                dimension_keys: breakdowns,
                ...(results.length ? { results } : {}),
              },
            ],
          }
        : {}),
    },
    id: rowId(account, name, "day"),
  }
}

/** Told of the last 30 days only (instagram §7.2). */
const SERIES_OF_30_DAYS = ["follower_count", "online_followers"]

/** Days that are over; the newest point is a closed day (as facebook §4). */
export function seriesRow(
  account: InstagramAccount,
  name: string,
  { since, until }: Window,
  { environment, now }: GraphContext
) {
  const limited = SERIES_OF_30_DAYS.includes(name)
  const days = daysOf(since, until).filter((day) => {
    const end = pacificMidnight(day + DAY)
    return end <= now && (!limited || end > now - 30 * DAY)
  })
  const values = days.map((day) => {
    const value = dailyValue(environment.seed, account, name, day, now)
    const end_time = graphTime(pacificMidnight(day + DAY))
    if (name === "online_followers") {
      const hours = Array.from({ length: 24 }, (_, hour) => [
        String(hour),
        Math.floor((value * (1 + Math.abs(12 - hour))) / 13),
      ])
      return { value: Object.fromEntries(hours), end_time }
    }
    return { value, end_time }
  })
  const period = name === "online_followers" ? "lifetime" : "day"
  return { ...head(name, period), values, id: rowId(account, name, period) }
}
