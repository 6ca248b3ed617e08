import { invalidParameter } from "../meta/errors"
import { missingPermission, unknownError } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { canReadInsights } from "./access"
import { ACCOUNT_BREAKDOWNS, ACCOUNT_METRICS } from "./account-metrics"
import { accountMetricNames } from "./account-metrics"
import { demographicRow, seriesRow, totalRow } from "./account-rows"
import { readWindow, windowPaging } from "./account-window"
import { InstagramAccount } from "./model"

const PERIODS = ["day", "week", "days_28", "month", "lifetime"]
const TIMEFRAMES = ["this_month", "this_week"]

function readNames(call: EdgeCall, context: GraphContext): string[] {
  const names = (call.params.metric ?? "").split(",").map((n) => n.trim())
  if (!names[0]) {
    throw invalidParameter("The parameter metric is required")
  }
  const known = accountMetricNames(context.dialect)
  names.forEach((name, i) => {
    if (name === "impressions") {
      throw invalidParameter(
        "Starting from version 22 and above, the impressions metric is no " +
          "longer supported for the queried user."
      )
    }
    if (!known.includes(name)) {
      throw invalidParameter(
        `metric[${i}] must be one of the following values: ${known.join(", ")}`
      )
    }
  })
  return [...new Set(names)]
}

const metricOf = (name: string) => ACCOUNT_METRICS[name]

function checkPeriod(period: string | undefined, names: string[]): void {
  if (!period) {
    throw invalidParameter("the parameter period is required")
  }
  if (!PERIODS.includes(period)) {
    throw invalidParameter(
      `period must be one of the following values: ${PERIODS.join(", ")}`
    )
  }
  const wrong = names.find((name) => metricOf(name)?.period !== period)
  if (wrong) {
    throw invalidParameter(
      `The following periods (${period}) are incompatible with the metric ` +
        `(${wrong})`
    )
  }
}

function checkType(type: string | undefined, names: string[]): void {
  if (type && !["total_value", "time_series"].includes(type)) {
    throw invalidParameter(
      "metric_type must be one of the following values: time_series, " +
        "total_value"
    )
  }
  const wanted = type === "total_value" ? "total_value" : "time_series"
  const other = wanted === "total_value" ? "time_series" : "total_value"
  const wrong = names.filter((name) => !metricOf(name)?.types.includes(wanted))
  if (wrong.length) {
    throw invalidParameter(
      `The following metrics (${wrong.join(",")}) should be specified with ` +
        `parameter metric_type=${other}`
    )
  }
}

function readBreakdowns(call: EdgeCall, names: string[]): string[] {
  const breakdowns = (call.params.breakdown ?? "").split(",").filter(Boolean)
  breakdowns.forEach((breakdown, i) => {
    // The page says `follower_type`; the API knows only `follow_type`.
    if (!ACCOUNT_BREAKDOWNS.includes(breakdown)) {
      throw invalidParameter(
        `breakdown[${i}] must be one of the following values: ` +
          ACCOUNT_BREAKDOWNS.join(", ")
      )
    }
    const fits = names.every((name) =>
      metricOf(name)?.breakdowns.includes(breakdown)
    )
    if (!fits || call.params.metric_type !== "total_value") {
      throw unknownError()
    }
  })
  return breakdowns
}

function checkTimeframe(timeframe: string | undefined, names: string[]): void {
  if (timeframe && !TIMEFRAMES.includes(timeframe)) {
    throw invalidParameter(
      `timeframe must be one of the following values: ${TIMEFRAMES.join(", ")}`
    )
  }
  if (!timeframe && names.includes("engaged_audience_demographics")) {
    throw invalidParameter("the parameter timeframe is required")
  }
}

/** `GET /{ig-user-id}/insights` (instagram §7.2). */
export function accountInsights(
  account: InstagramAccount,
  context: GraphContext,
  call: EdgeCall
) {
  if (!canReadInsights(context)) {
    throw missingPermission()
  }
  const names = readNames(call, context)
  const { period, metric_type, timeframe } = call.params
  checkPeriod(period, names)
  checkType(metric_type, names)
  const breakdowns = readBreakdowns(call, names)
  checkTimeframe(timeframe, names)
  const window = readWindow(call, context)

  const answered = names.filter((name) => {
    const metric = metricOf(name)
    const dropped = metric?.undocumented && context.dialect === "IGH"
    const small = metric?.needs_followers && account.followers < 100
    return !dropped && !small
  })
  const data = answered.map((name) => {
    if (metricOf(name)?.demographic) {
      return demographicRow(account, name, breakdowns, timeframe)
    }
    return metric_type === "total_value"
      ? totalRow(account, name, breakdowns, window, context)
      : seriesRow(account, name, window, context)
  })
  return data.length
    ? {
        data,
        paging: windowPaging(`${account.id}/insights`, window, call, context),
      }
    : { data }
}
