import { GraphError, invalidParameter } from "../meta/errors"
import { missingPermission, unknownError } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { DAY } from "../meta/time"
import { canReadInsights } from "./access"
import { MEDIA_BREAKDOWNS, MEDIA_METRICS, metricNames } from "./metric-table"
import { numbersOf, slices } from "./metrics"
import { has, InstagramMedia } from "./model"

function readNames(call: EdgeCall, context: GraphContext): string[] {
  const names = (call.params.metric ?? "").split(",").map((n) => n.trim())
  if (!names[0]) {
    throw invalidParameter("The parameter metric is required")
  }
  const known = metricNames(context.dialect)
  names.forEach((name, i) => {
    if (name === "impressions") {
      // Only media made before 2024-07-02 still has it; this world has none.
      throw invalidParameter(
        "Starting from version 22 and above, the impressions metric is no " +
          "longer supported for the queried media."
      )
    }
    if (!known.includes(name)) {
      throw invalidParameter(
        `metric[${i}] must be one of the following values: ${known.join(", ")}`
      )
    }
  })
  return names
}

function checkBreakdown(breakdown: string, names: string[]): void {
  if (!MEDIA_BREAKDOWNS.includes(breakdown)) {
    throw invalidParameter(
      "breakdown[0] must be one of the following values: " +
        MEDIA_BREAKDOWNS.join(", ")
    )
  }
  if (breakdown === "follow_type") {
    throw invalidParameter(
      `Incompatible breakdowns (follow_type) for metric (${names.join(", ")})`
    )
  }
  // Looks transient and is permanent.
  if (names.some((name) => MEDIA_METRICS[name]?.breakdown !== breakdown)) {
    throw unknownError()
  }
}

function preConversion(): GraphError {
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    error_data: { blame_field_specs: [[""]] },
    subcode: 2108006,
    is_transient: false,
    title: "Media posted before business account conversion",
    user_message:
      "The media was posted before the most recent time that the user's " +
      "account was converted to a business account from a personal account.",
  })
}

function checkSupport(
  media: InstagramMedia,
  names: string[],
  { situations }: GraphContext
): void {
  const { product, media_type, account } = media
  const refused = names.filter(
    (name) =>
      !MEDIA_METRICS[name]?.on.includes(product) ||
      situations.refusesMetric(name, product, media_type, account.id)
  )
  if (refused.length) {
    throw invalidParameter(
      `The Media Insights API does not support the ${refused.join(", ")} ` +
        "metric for this media product type."
    )
  }
  const unshared = names.filter(
    (name) => MEDIA_METRICS[name]?.crossposted && !media.crossposted
  )
  if (unshared.length) {
    // Wording by analogy; only the code is known.
    throw invalidParameter(
      `The ${unshared.join(", ")} metric is not available for media that was ` +
        "not shared to Facebook."
    )
  }
}

function title(name: string): string {
  const words = name.replace(/_/g, " ")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `GET /{ig-media-id}/insights` (instagram §3). `period` is ignored. */
export function mediaInsights(
  media: InstagramMedia,
  context: GraphContext,
  call: EdgeCall
) {
  if (!canReadInsights(context)) {
    throw missingPermission()
  }
  const names = readNames(call, context)
  const breakdown = call.params.breakdown
  if (breakdown) {
    checkBreakdown(breakdown, names)
  }
  if (has(media, "pre_conversion")) {
    throw preConversion()
  }
  const seed = context.environment.seed
  const numbers = numbersOf(seed, media, context.now)
  if (media.product === "STORY") {
    if (context.now - media.posted >= DAY) {
      return { data: [] }
    }
    if ((numbers.reach ?? 0) < 5) {
      throw new GraphError({
        message: "(#10) Not enough viewers for the media to show insights",
        code: 10,
      })
    }
  }
  checkSupport(media, names, context)
  const data = [...new Set(names)].map((name) => {
    const value = numbers[name] ?? 0
    return {
      name,
      period: "lifetime",
      values: [{ value }],
      title: title(name),
      description: `${title(name)} of this media.`,
      ...(breakdown
        ? {
            total_value: {
              value,
              breakdowns: [
                {
                  dimension_keys: [breakdown],
                  results: slices(
                    name as "navigation" | "profile_activity",
                    value
                  ),
                },
              ],
            },
          }
        : {}),
      id: `${media.id}/insights/${name}/lifetime`,
    }
  })
  return { data }
}
