import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import type { SocialAccount } from "../../../types/http"
import { nearDeadline } from "../token-state"

interface DeadlineNoticeProps {
  account: SocialAccount
}

/** Says by which day an account needs a person; nothing while that is far. */
export const DeadlineNotice = ({ account }: DeadlineNoticeProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const time = nearDeadline(account, now)
  return time ? (
    <Alert variant="warning">
      <div className="flex flex-col items-start gap-y-2">
        <span>
          {t("accountNotice.reconnectBy", {
            account: accountName(account),
            platform: platformLook(account.platform).label,
            date: format.longDate(time),
          })}
        </span>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/social/accounts/${account.id}/reconnect`}>
            {t("actions.reconnect")}
          </Link>
        </Button>
      </div>
    </Alert>
  ) : null
}
