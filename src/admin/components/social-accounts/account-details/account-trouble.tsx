import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import type { SocialAccount } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { DeadlineNotice } from "../attention/deadline-notice"
import { isParked, nearDeadline } from "../token-state"
import { useAccountActions } from "../use-account-actions"

interface AccountTroubleProps {
  account: SocialAccount
}

/**
 * What keeps the account from being read, why, and the way out of it, which
 * elsewhere leads to this page. Nothing for a healthy account.
 */
export const AccountTrouble = ({ account }: AccountTroubleProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const { resume, isUpdating } = useAccountActions(account)
  const { status, status_reason, parked_until } = account
  const names = {
    account: accountName(account),
    platform: platformLook(account.platform).label,
  }
  if (status === "paused") {
    return (
      <Trouble variant="warning" text={t("accountNotice.paused", names)}>
        <Button
          size="small"
          variant="secondary"
          isLoading={isUpdating}
          onClick={resume}
        >
          {t("accounts.resume")}
        </Button>
      </Trouble>
    )
  }
  if (status !== "active") {
    return (
      <Trouble
        variant={status === "needs_reconnect" ? "error" : "warning"}
        text={t(`accountNotice.${status}`, names)}
        reason={status_reason}
      >
        <ReconnectButton />
      </Trouble>
    )
  }
  if (account.renewal_failed_at) {
    return <RenewalFails account={account} />
  }
  if (nearDeadline(account, now)) {
    return <DeadlineNotice account={account} />
  }
  return parked_until && isParked(parked_until, now) ? (
    <Alert variant="info">
      {t("accountNotice.parked", {
        ...names,
        until: format.dateTime(parked_until),
      })}
    </Alert>
  ) : null
}

/** The store tries again each hour; a person is asked in time. */
const RenewalFails = ({ account }: AccountTroubleProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { reconnect_by, renewal_failed_at } = account
  return (
    <Trouble
      variant="warning"
      text={t("accountNotice.renewalFails", {
        account: accountName(account),
        since: format.dateTime(renewal_failed_at ?? ""),
      })}
      reason={
        reconnect_by
          ? t("accountNotice.renewalFailsUntil", {
              date: format.longDate(reconnect_by),
            })
          : null
      }
    >
      <ReconnectButton />
    </Trouble>
  )
}

const ReconnectButton = () => {
  const { t } = useTranslation("social")
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to="reconnect">{t("actions.reconnect")}</Link>
    </Button>
  )
}

interface TroubleProps {
  variant: "warning" | "error"
  text: string
  reason?: string | null
  children: React.ReactNode
}

const Trouble = ({ variant, text, reason, children }: TroubleProps) => (
  <Alert variant={variant}>
    <div className="flex flex-col items-start gap-y-2">
      <span>{text}</span>
      {reason && (
        <span className="text-ui-fg-subtle">
          <ServerText>{reason}</ServerText>
        </span>
      )}
      {children}
    </div>
  </Alert>
)
