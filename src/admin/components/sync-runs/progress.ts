import type { SocialSyncProblem, SocialSyncRun } from "../../types/http"

type Counts = Pick<SocialSyncRun, "total" | "success" | "failed" | "skipped">

/** How many posts of a run are done with. */
export const doneOf = ({ success, failed, skipped }: Counts): number =>
  success + failed + skipped

/** Done in whole percent; 100 only when nothing is left. */
export function percentOf(run: Counts): number {
  return run.total > 0 ? Math.floor((doneOf(run) / run.total) * 100) : 0
}

export interface ProblemGroup {
  key: string
  message: string
  platform: string
  status: SocialSyncProblem["status"]
  /** Those that are named. */
  post_ids: string[]
  /** How many it happened to, with those that are not. */
  count: number
}

/** What is worst comes first. */
const GRAVITY: readonly SocialSyncProblem["status"][] = [
  "failed",
  "partial",
  "skipped",
]

/**
 * Problems by what happened, failures first and the most frequent ones of them
 * on top: a hundred posts fail for a handful of reasons.
 */
export function groupProblems(
  problems: readonly SocialSyncProblem[]
): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const { message, platform, status, post_id, more = 0 } of problems) {
    if (!post_id) {
      continue
    }
    const key = [platform, status, message].join("\n")
    const group = groups.get(key) ?? {
      key,
      message,
      platform,
      status,
      post_ids: [],
      count: 0,
    }
    group.post_ids.push(post_id)
    group.count += 1 + more
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (one, other) =>
      GRAVITY.indexOf(one.status) - GRAVITY.indexOf(other.status) ||
      other.count - one.count
  )
}

/** How many posts were left out for a reason that a run wrote down. */
export const countSkipped = (problems: readonly SocialSyncProblem[]): number =>
  problems
    .filter(({ post_id, status }) => post_id && status === "skipped")
    .reduce((sum, { more = 0 }) => sum + 1 + more, 0)

/** Why a run as a whole ended early. */
export const endedBecause = (
  problems: readonly SocialSyncProblem[]
): string[] =>
  problems.filter(({ post_id }) => !post_id).map(({ message }) => message)
