import { clx, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import type { SocialAccount } from "../../types/http"
import { Unknown } from "../common/metric-value"
import { tokenState } from "./token-state"

interface TokenExpiryProps {
  account: Pick<SocialAccount, "status" | "token_expires_at">
}

/** How long the token still holds: orange in its last days, then red. */
export const TokenExpiry = ({ account }: TokenExpiryProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const { status, token_expires_at: time } = account
  const state = tokenState(time, now)
  if (!time || status === "disconnected") {
    return (
      <Unknown
        reason={t(
          status === "disconnected"
            ? "accounts.token.none"
            : "accounts.token.unknown"
        )}
      />
    )
  }
  return (
    <Tooltip content={format.dateTime(time)}>
      <time
        dateTime={time}
        tabIndex={0}
        className={clx("whitespace-nowrap rounded-sm", {
          "text-ui-tag-orange-text": state === "soon",
          "text-ui-tag-red-text": state === "over",
        })}
      >
        {inWords(time)}
      </time>
    </Tooltip>
  )

  function inWords(moment: string): string {
    if (state === "far") {
      return format.date(moment)
    }
    const when = format.fromNow(moment, now)
    return state === "over" ? t("accounts.token.over", { when }) : when
  }
}
