import type { PlatformProfile, RetentionRule } from "../../../platform-kit"
import { describeRule } from "./describe-rule"
import type { RetentionSettings } from "./settings"

/** A rule that is applied, and who made it. */
export interface AppliedRule extends RetentionRule {
  platform: string
  from: "platform" | "store"
  /** For a person. */
  sentence: string
}

/** What rules need to know of a platform. */
export type RuledPlatform = Pick<
  PlatformProfile,
  "identifier" | "label" | "retention" | "insights_block"
>

const HOURS_A_DAY = 24

/**
 * The rules for a platform: its own, and the store's where that is stricter. A
 * store's rule never makes a platform's longer.
 */
export function rulesFor(
  {
    identifier,
    label,
    retention,
  }: Pick<RuledPlatform, "identifier" | "label" | "retention">,
  { comments_days }: Pick<RetentionSettings, "comments_days">
): AppliedRule[] {
  const applied = (rule: RetentionRule, from: AppliedRule["from"]) => ({
    platform: identifier,
    ...rule,
    from,
    sentence: describeRule(rule, from, label),
  })
  const own = retention.map((rule) => applied(rule, "platform"))
  if (comments_days === null) {
    return own
  }
  const keep_hours = comments_days * HOURS_A_DAY
  const limit = hoursOf(retention, "comments")
  return limit !== null && limit <= keep_hours
    ? own
    : [...own, applied({ data: "comments", keep_hours }, "store")]
}

/** Longest time data may be kept; `null` without such a limit. */
export function hoursOf(
  rules: readonly RetentionRule[],
  data: RetentionRule["data"]
): number | null {
  const hours = rules
    .filter((rule) => rule.data === data && rule.keep_hours > 0)
    .map(({ keep_hours }) => keep_hours)
  return hours.length > 0 ? Math.min(...hours) : null
}

/** Whether data has to go when its post is deleted on the platform. */
export const goesWithPost = (
  rules: readonly RetentionRule[],
  data: RetentionRule["data"]
): boolean => rules.some((rule) => rule.data === data && rule.keep_hours === 0)
