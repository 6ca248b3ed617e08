import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import { accountName } from "../../lib/account-name"
import { platformLook } from "../../lib/platforms"
import type { SocialAccountSummary } from "../../types/http"
import { ServerText } from "./server-text"

/**
 * Says on every page it concerns what keeps an account from being synced, why,
 * and what to do. Shows nothing for a healthy one.
 */
export const AccountNotice = ({
  account,
}: {
  account: SocialAccountSummary
}) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const { parked_until, status, status_reason } = account
  const names = {
    account: accountName(account),
    platform: platformLook(account.platform).label,
  }
  if (status === "active") {
    return parked_until && new Date(parked_until).getTime() > now ? (
      <Alert variant="info">
        {t("accountNotice.parked", {
          ...names,
          until: format.dateTime(parked_until),
        })}
      </Alert>
    ) : null
  }
  return (
    <Alert variant={status === "needs_reconnect" ? "error" : "warning"}>
      <div className="flex flex-col items-start gap-y-2">
        <span>{t(`accountNotice.${status}`, names)}</span>
        {status !== "paused" && status_reason && (
          <span className="text-ui-fg-subtle">
            <ServerText>{status_reason}</ServerText>
          </span>
        )}
        <Button size="small" variant="secondary" asChild>
          <Link
            to={`/social/accounts/${account.id}${status === "paused" ? "" : "/reconnect"}`}
          >
            {t(
              status === "paused" ? "accountNotice.resume" : "actions.reconnect"
            )}
          </Link>
        </Button>
      </div>
    </Alert>
  )
}
