import { useSocialAccount } from "../../hooks/api/social-accounts"
import { accountName } from "../../lib/account-name"

/** The account's name in the breadcrumbs. */
export const AccountBreadcrumb = ({ id }: { id: string }) => {
  // The page itself tells when the account cannot be loaded.
  const { social_account } = useSocialAccount(id, { throwOnError: false })
  return social_account ? <span>{accountName(social_account)}</span> : null
}
