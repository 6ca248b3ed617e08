import type { SyncAllInput } from "../../../hooks/api/post-insights"
import type {
  SocialAccount,
  SocialPost,
  SocialSyncRun,
} from "../../../types/http"

type Account = Pick<
  SocialAccount,
  "id" | "platform" | "status" | "parked_until"
>

const isReadable = ({ status, parked_until }: Account): boolean =>
  status === "active" && !parked_until

type Chosen = Pick<SocialPost, "status"> & { account: Account }

export type SkipReason = "fresh" | "unreadable" | "either"

/**
 * Why a run left posts out, as far as it can be told from how things are now:
 * a run counts them, but does not write down each one's reason.
 */
export function whySkipped(
  { scope }: Pick<SocialSyncRun, "scope">,
  accounts: readonly Account[] | undefined,
  chosen: readonly Chosen[] | undefined
): SkipReason {
  if (scope.force) {
    return "unreadable"
  }
  const isSure = scope.post_ids
    ? chosen?.every(
        (post) => post.status === "posted" && isReadable(post.account)
      )
    : accounts?.filter((account) => isIn(scope, account)).every(isReadable)
  return isSure ? "fresh" : "either"
}

const isIn = (scope: SocialSyncRun["scope"], { id, platform }: Account) =>
  (!scope.account_id || scope.account_id === id) &&
  (!scope.platform || scope.platform === platform)

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
