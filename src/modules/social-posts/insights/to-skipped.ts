import type { ScopedPost } from "../sql/claim-posts"
import type { PostOutcome, SkipProblem } from "../types/sync"

/** Problems of posts that were left out; the rest of the room is for failures. */
const MOST_TOLD = 50

/**
 * Why posts were left out, for the run's log. Fresh posts are no problem. A few
 * posts stand for each reason; the first of them counts, as `more`, those of
 * the same reason that are not told, so a thousand posts stay cheap.
 */
export function skipProblems(
  posts: readonly ScopedPost[],
  now: Date
): SkipProblem[] {
  const reasons = new Map<string, SkipProblem[]>()
  for (const post of posts) {
    if (post.obstacle !== "fresh") {
      const { post_id, platform } = toSkipped(post, now)
      const message = reasonOf(post, now)
      const problem = { post_id, platform, status: "skipped" as const, message }
      const key = `${platform} ${message}`
      const alike = reasons.get(key)
      if (alike) {
        alike.push(problem)
      } else {
        reasons.set(key, [problem])
      }
    }
  }
  const each = Math.max(1, Math.floor(MOST_TOLD / Math.max(1, reasons.size)))
  return [...reasons.values()].slice(0, MOST_TOLD).flatMap((alike) => {
    const more = alike.length - each
    return alike
      .slice(0, each)
      .map((problem, index) =>
        index === 0 && more > 0 ? { ...problem, more } : problem
      )
  })
}

/** What callers are told about a post that was left out. */
export function toSkipped(post: ScopedPost, now: Date): PostOutcome {
  return {
    post_id: post.id,
    platform: post.platform,
    status: "skipped",
    error: reasonOf(post, now),
  }
}

function reasonOf(post: ScopedPost, now: Date): string {
  switch (post.obstacle) {
    case "fresh":
      return `fresh: synced ${ageOf(post.last_synced_at, now)} ago; use force to sync anyway.`
    case "account":
      return `The account ${post.account_name ? `"${post.account_name}" ` : ""}must be reconnected or resumed first. ${post.reason ?? ""}`.trim()
    case "parked":
      return `The platform's rate limit is used up until ${post.parked_until?.toISOString()}.`
    case "status":
      return `Only posted posts can be synced; this one is "${post.reason}". Mark it as published first.`
    case "platform":
      return `The platform "${post.platform}" is not configured in this store.`
    default:
      return `Already syncing${post.run_id ? ` in run ${post.run_id}` : ""}.`
  }
}

const UNITS: [name: string, minutes: number][] = [
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
]

/** "12 minutes", "3 hours", "5 days": the largest unit of which there are two. */
export function ageOf(time: Date | null, now: Date): string {
  const minutes = time
    ? Math.max(0, Math.round((now.getTime() - time.getTime()) / 60000))
    : 0
  const [name, length] = UNITS.find(([, unit]) => minutes >= 2 * unit) ?? [
    "minute",
    1,
  ]
  const count = Math.floor(minutes / length)
  return `${count} ${name}${count === 1 ? "" : "s"}`
}
