import type { SocialSyncRun } from "../../types/http"

type Scope = SocialSyncRun["scope"]

/** Which posts a run was about. */
export type ScopeWords =
  | { what: "posts"; count: number }
  | { what: "account"; account_id: string }
  | { what: "platform"; platform: string }
  | { what: "due" }
  | { what: "recent"; days: number }
  | { what: "all" }

export interface RunWords {
  words: ScopeWords
  /** At most so many posts; `null` when the run was not held back by it. */
  limit: number | null
}

/** What a run's stored scope means, narrowest part first. */
export function scopeWords({
  scope,
  total,
}: Pick<SocialSyncRun, "scope" | "total">): RunWords {
  if (scope.post_ids) {
    return {
      words: { what: "posts", count: scope.post_ids.length },
      limit: null,
    }
  }
  const { limit } = scope
  return {
    words: whereFrom(scope),
    limit: limit !== undefined && total >= limit ? limit : null,
  }
}

function whereFrom({
  account_id,
  platform,
  due,
  max_age_days,
}: Scope): ScopeWords {
  if (account_id) {
    return { what: "account", account_id }
  }
  if (platform) {
    return { what: "platform", platform }
  }
  if (due) {
    return { what: "due" }
  }
  return max_age_days ? { what: "recent", days: max_age_days } : { what: "all" }
}
