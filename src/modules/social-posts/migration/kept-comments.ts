import type { RetentionRule } from "../../../platform-kit"
import { isOver } from "../exports/without-expired"
import type { OldComment } from "./old-comments"

/**
 * The comments that may still be kept, without the names that may not: a
 * migration must not bring back what the platform's rules have removed. Pure.
 *
 * @param at when they were read; `null` when nobody knows
 */
export function keptComments(
  comments: readonly OldComment[],
  rules: readonly RetentionRule[],
  at: Date | null,
  now: Date
): OldComment[] {
  if (isOver(rules, "comments", at, now)) {
    return []
  }
  return isOver(rules, "comment_authors", at, now)
    ? comments.map((comment) => ({
        ...comment,
        author_id: null,
        author_name: null,
      }))
    : [...comments]
}
