import type { SyncAllInput } from "../../../hooks/api/post-insights"
import type { SocialSyncRun } from "../../../types/http"
import { countSkipped, endedBecause } from "../../sync-runs/progress"

type Run = Pick<SocialSyncRun, "scope" | "skipped" | "problems">

export interface UntoldSkips {
  /** How many posts were left out without a reason of their own. */
  count: number
  /** Numbers that are fresh are the only reason a run does not write down. */
  reason: "fresh" | "unreadable" | "either"
}

/**
 * The posts a run left out beyond those whose reason is among its problems.
 * They were fresh, unless fresh ones were read too (then their account went
 * away meanwhile) or the run ended before it came to them.
 */
export function untoldSkips({ scope, skipped, problems }: Run): UntoldSkips {
  const count = Math.max(0, skipped - countSkipped(problems))
  if (endedBecause(problems).length > 0) {
    return { count, reason: "either" }
  }
  return { count, reason: scope.force ? "unreadable" : "fresh" }
}

/** The same posts again, fresh or not. */
export const againWithForce = ({
  post_ids,
  account_id,
  platform,
  limit,
}: SocialSyncRun["scope"]): SyncAllInput =>
  post_ids
    ? { post_ids, force: true }
    : { platform_id: account_id ?? platform, limit, force: true }
