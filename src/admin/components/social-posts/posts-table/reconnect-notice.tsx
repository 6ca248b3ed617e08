import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { useFormat } from "../../../hooks/use-format"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import { throwWithoutSession } from "../../../lib/queries"
import { AccountNotice } from "../../common/account-notice"
import { TextLink } from "../../common/text-link"

/** More than these are only counted. */
const NAMED = 10

/** The accounts that cannot be read any more, and the way to each. */
export const ReconnectNotice = () => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { social_accounts: accounts = [], count = 0 } = useSocialAccounts(
    { status: ["needs_reconnect"], order: "display_name", limit: NAMED },
    { throwOnError: throwWithoutSession }
  )
  const [only] = accounts
  if (!only) {
    return null
  }
  if (count === 1) {
    return <AccountNotice account={only} />
  }
  return (
    <Alert variant="error">
      <div className="flex flex-col items-start gap-y-2">
        <span>
          {t("posts.reconnect", { count, accounts: format.number(count) })}
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {accounts.map((account) => (
            <li key={account.id}>
              <TextLink to={`/social/accounts/${account.id}`}>
                {accountName(account)} ({platformLook(account.platform).label})
              </TextLink>
            </li>
          ))}
          {count > accounts.length && (
            <li>
              <TextLink
                to={`/social/accounts?status=${encodeURIComponent('["needs_reconnect"]')}`}
              >
                {t("posts.reconnectAll")}
              </TextLink>
            </li>
          )}
        </ul>
      </div>
    </Alert>
  )
}
