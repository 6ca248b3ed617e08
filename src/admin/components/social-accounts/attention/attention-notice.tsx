import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import { throwWithoutSession } from "../../../lib/queries"
import type { SocialAccount } from "../../../types/http"
import { AccountNotice } from "../../common/account-notice"
import { TextLink } from "../../common/text-link"
import { nearDeadline } from "../token-state"
import { DeadlineNotice } from "./deadline-notice"

/** More than these are only counted. */
const NAMED = 10
/** Accounts end while one looks at their list. */
const REFRESH_EVERY = 60_000

/**
 * Above lists: the accounts that a person must connect again, because they
 * cannot be read any more or soon will not be. Nothing when there are none.
 */
export const AttentionNotice = () => {
  const now = useNow()
  const { social_accounts: accounts = [], count = 0 } = useSocialAccounts(
    { needs_attention: true, order: "display_name", limit: NAMED },
    { throwOnError: throwWithoutSession, refetchInterval: REFRESH_EVERY }
  )
  const ended = accounts.filter(({ status }) => status === "needs_reconnect")
  const ending = accounts.filter((account) => nearDeadline(account, now))
  const [only] = ended
  return (
    <>
      {only && ended.length === 1 && <AccountNotice account={only} />}
      {ended.length > 1 && (
        <Ended accounts={ended} more={count > accounts.length} />
      )}
      {ending.map((account) => (
        <DeadlineNotice key={account.id} account={account} />
      ))}
    </>
  )
}

interface EndedProps {
  accounts: SocialAccount[]
  /** Whether there are others that are not named. */
  more: boolean
}

const Ended = ({ accounts, more }: EndedProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const count = accounts.length
  return (
    <Alert variant="error">
      <div className="flex flex-col items-start gap-y-2">
        <span>
          {t("posts.reconnect", { count, accounts: format.number(count) })}
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {accounts.map((account) => (
            <li key={account.id}>
              <TextLink to={`/social/accounts/${account.id}/reconnect`}>
                {accountName(account)} ({platformLook(account.platform).label})
              </TextLink>
            </li>
          ))}
          {more && (
            <li>
              <TextLink to={NEEDS_ATTENTION}>
                {t("posts.reconnectAll")}
              </TextLink>
            </li>
          )}
        </ul>
      </div>
    </Alert>
  )
}

/** The dashboard's tables keep their filters as JSON. */
const NEEDS_ATTENTION = `/social/accounts?needs_attention=${encodeURIComponent('"true"')}`
