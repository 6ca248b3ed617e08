import { useMemo } from "react"
import { useSocialAccounts } from "../../hooks/api/social-accounts"
import { accountName } from "../../lib/account-name"
import { platformLook } from "../../lib/platforms"
import { throwWithoutSession } from "../../lib/queries"

/** Far more than a store has; the names of all fit into one answer. */
const MOST_ACCOUNTS = 1000

/** All accounts to choose from in a filter; two may have one name on two platforms. */
export function useAccountOptions(): { value: string; label: string }[] {
  const { social_accounts } = useSocialAccounts(
    {
      fields: "id,platform,username,display_name",
      order: "display_name",
      limit: MOST_ACCOUNTS,
    },
    { throwOnError: throwWithoutSession }
  )
  return useMemo(
    () =>
      (social_accounts ?? []).map((account) => ({
        value: account.id,
        label: `${accountName(account)} (${platformLook(account.platform).label})`,
      })),
    [social_accounts]
  )
}
