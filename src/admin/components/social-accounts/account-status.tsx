import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useServerText } from "../../hooks/use-server-text"
import { useNow } from "../../hooks/use-now"
import type { SocialAccount } from "../../types/http"
import { AccountStatusBadge } from "../common/status-badges"
import { type Connected, isParked, nearDeadline } from "./token-state"

interface AccountStatusProps {
  account: Connected & Pick<SocialAccount, "status_reason" | "parked_until">
}

/** An account's status with its reason on hover, its near end, and a limit that holds. */
export const AccountStatus = ({ account }: AccountStatusProps) => {
  const { status, status_reason, parked_until } = account
  const text = useServerText()
  const reason = status_reason && text(status_reason)
  const badge = <AccountStatusBadge status={status} />
  return (
    <span className="flex flex-col items-start gap-y-0.5">
      {reason ? (
        <Tooltip content={reason}>
          <span tabIndex={0} className="cursor-help rounded-md">
            {badge}
            <span className="sr-only">{reason}</span>
          </span>
        </Tooltip>
      ) : (
        badge
      )}
      <NearEnd account={account} />
      {parked_until && <ParkedUntil time={parked_until} />}
    </span>
  )
}

/** By when a person is needed, once that is near. */
const NearEnd = ({ account }: { account: Connected }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const time = nearDeadline(account, now)
  return time ? (
    <Tooltip content={format.dateTime(time)}>
      <span
        tabIndex={0}
        className="text-ui-tag-orange-text txt-compact-xsmall cursor-help whitespace-nowrap rounded-sm"
      >
        {t("accounts.token.by", { date: format.date(time) })}
      </span>
    </Tooltip>
  ) : null
}

/** Shown only as long as the platform's limit holds. */
export const ParkedUntil = ({ time }: { time: string }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  if (!isParked(time, now)) {
    return null
  }
  const when = format.fromNow(time, now)
  return (
    <Tooltip
      content={t("accounts.limit.until", { until: format.dateTime(time) })}
    >
      <span
        tabIndex={0}
        className="text-ui-tag-orange-text txt-compact-xsmall cursor-help whitespace-nowrap rounded-sm"
      >
        {t("accounts.limit.short", { when })}
      </span>
    </Tooltip>
  )
}
