import type { RetentionRule } from "../../../platform-kit"
import { goesWithPost, hoursOf, type RuledPlatform } from "./rules"

/**
 * What of a platform's data has to go now. A time means "what is from then or
 * before"; `null` lets all stay.
 */
export interface RetentionScope {
  platform: string
  /** Key of `insights` with the platform's own numbers. */
  insights_block: string | null
  comments_before: Date | null
  authors_before: Date | null
  posts_before: Date | null
  numbers_before: Date | null
  /** Whether the same goes when the post is deleted on the platform. */
  comments_with_post: boolean
  authors_with_post: boolean
  posts_with_post: boolean
  /**
   * A post that the platform did not find then, or earlier, is taken for
   * deleted although that was not confirmed: its content is read again should
   * it be there after all.
   */
  gone_before: Date
  now: Date
}

type Ruled = Pick<RuledPlatform, "identifier"> & {
  insights_block: string | null
}

const HOUR_MS = 60 * 60 * 1000

/** A day, less the time until the rules are applied next. */
const GONE_HOURS = 23

/** So often the rules are applied: what ends before the next time goes now. */
const EVERY_HOURS = 0.5

/** The moment from which rules are applied to a platform's data. Pure. */
export function scopeOf(
  { identifier, insights_block }: Ruled,
  rules: readonly RetentionRule[],
  now: Date
): RetentionScope {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const before = (data: RetentionRule["data"]) => {
    const hours = hoursOf(rules, data)
    return hours === null ? null : ago(Math.max(0, hours - EVERY_HOURS))
  }
  return {
    platform: identifier,
    insights_block,
    comments_before: before("comments"),
    authors_before: before("comment_authors"),
    posts_before: before("posts"),
    numbers_before: before("numbers"),
    comments_with_post: goesWithPost(rules, "comments"),
    authors_with_post: goesWithPost(rules, "comment_authors"),
    posts_with_post: goesWithPost(rules, "posts"),
    gone_before: ago(GONE_HOURS),
    now,
  }
}
