import type { PostReading } from "../../../platform-kit"
import type { ClaimedPost } from "../sql/load-claimed"
import { knownMetrics } from "./compose-insights"

/**
 * Whether a sync should fetch comments of a post: always when a person asked
 * for this one post or the platform said that there is something new; in bulk
 * else only when their number is known and changed, or the last try failed,
 * because comments cost calls.
 */
export function wantsComments(
  {
    insights: stored,
    comments_due_at,
  }: Pick<ClaimedPost, "insights" | "comments_due_at">,
  reading: PostReading,
  depth: "single" | "bulk"
): boolean {
  if (depth === "single" || comments_due_at !== null) {
    return true
  }
  const count = reading.metrics.comments
  if (typeof count !== "number") {
    return false
  }
  const before = knownMetrics(stored).comments
  const neverFetched = stored.comments_synced_at === undefined
  return (neverFetched && count > 0) || (before ?? count) !== count
    ? true
    : commentsFailedBefore(stored.sync_errors)
}

function commentsFailedBefore(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.some((error) => String(error).startsWith("Comments:"))
  )
}
