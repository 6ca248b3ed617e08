import { useSocialAccount } from "../../../hooks/api/social-accounts"
import { throwWithoutSession } from "../../../lib/queries"
import type { SocialSyncRun } from "../../../types/http"
import { AccountNotice } from "../../common/account-notice"

interface RunAccountNoticeProps {
  run: Pick<SocialSyncRun, "scope">
}

/** What keeps the account that a run was about from being synced. */
export const RunAccountNotice = ({ run }: RunAccountNoticeProps) => {
  const { account_id } = run.scope
  const { social_account } = useSocialAccount(account_id ?? "", {
    enabled: account_id !== undefined,
    // It may have been removed since.
    throwOnError: throwWithoutSession,
  })
  return social_account ? <AccountNotice account={social_account} /> : null
}
