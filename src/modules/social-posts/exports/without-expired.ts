import type { RetentionRule } from "../../../platform-kit"
import { hoursOf } from "../retention/rules"
import type { CommentRow } from "./comment-columns"
import type { PostRow } from "./post-columns"

const HOUR = 60 * 60 * 1000

/** What each platform lets stores keep, by its identifier. */
export type RulesOf = ReadonlyMap<string, readonly RetentionRule[]>

/**
 * Whether data is over the time it may be kept. A job removes it; until
 * it comes, an export leaves it out already: a file would keep it for ever.
 */
export function isOver(
  rules: readonly RetentionRule[],
  data: RetentionRule["data"],
  since: Date | null,
  now: Date
): boolean {
  const hours = hoursOf(rules, data)
  return (
    hours !== null && (!since || now.getTime() - since.getTime() > hours * HOUR)
  )
}

/** A comment without its text and author where they may not be kept, or are gone. */
export function withoutExpired(
  comment: CommentRow,
  rulesOf: RulesOf,
  now: Date
): CommentRow {
  const rules = rulesOf.get(comment.platform) ?? []
  const { fetched_at, removed_at } = comment
  const text = removed_at !== null || isOver(rules, "comments", fetched_at, now)
  const author = text || isOver(rules, "comment_authors", fetched_at, now)
  return {
    ...comment,
    ...(text && { text: null }),
    ...(author && { author_id: null, author_name: null }),
  }
}

/** A post without its text where that may not be kept. */
export function withoutExpiredText(
  post: PostRow,
  rulesOf: RulesOf,
  now: Date
): PostRow {
  const rules = rulesOf.get(post.platform) ?? []
  return isOver(rules, "posts", post.read_at, now)
    ? { ...post, caption: null, hashtags: null, mentions: null }
    : post
}
