import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { useSocialPosts } from "../../../hooks/api/social-posts"
import { throwWithoutSession } from "../../../lib/queries"
import type { SocialSyncRun } from "../../../types/http"
import { type SkipReason, whySkipped } from "./skipped"

const MOST_ACCOUNTS = 1000
/** More ids do not fit into an address. */
const MOST_POSTS = 50

/** Why a run left posts out. */
export function useSkipReason(run: SocialSyncRun): SkipReason {
  const ids = run.scope.post_ids
  const { social_accounts } = useSocialAccounts(
    { fields: "id,platform,status,parked_until", limit: MOST_ACCOUNTS },
    { enabled: !ids, throwOnError: throwWithoutSession }
  )
  const { social_posts, isPlaceholderData } = useSocialPosts(
    {
      id: ids,
      fields:
        "id,status,account.id,account.platform,account.status,account.parked_until",
      limit: MOST_POSTS,
    },
    {
      enabled: ids !== undefined && ids.length <= MOST_POSTS,
      throwOnError: throwWithoutSession,
    }
  )
  return whySkipped(
    run,
    social_accounts,
    isPlaceholderData ? undefined : social_posts
  )
}
