import { clx, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import { Unknown } from "../common/metric-value"
import { type Connected, deadlineOf, tokenState } from "./token-state"

interface ReconnectByProps {
  account: Connected
  /** Says what is to be done by then, where no heading does. */
  inFull?: boolean
}

/** Until when an account stays connected: orange in its last days, then red. */
export const ReconnectBy = ({ account, inFull = false }: ReconnectByProps) => {
  const { t } = useTranslation("social")
  const deadline = deadlineOf(account)
  switch (deadline.kind) {
    case "by":
      return <Until time={deadline.time} inFull={inFull} />
    case "itself":
      return <span>{t("accounts.token.itself")}</span>
    default:
      return <Unknown reason={t(`accounts.token.${deadline.kind}`)} />
  }
}

interface UntilProps {
  time: string
  inFull: boolean
}

const Until = ({ time, inFull }: UntilProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const state = tokenState(time, now)
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
        {inWords()}
      </time>
    </Tooltip>
  )

  function inWords(): string {
    if (inFull && state !== "over") {
      return t("health.lasts.by", { date: format.longDate(time) })
    }
    if (state === "far") {
      return format.date(time)
    }
    const when = format.fromNow(time, now)
    return state === "over" ? t("accounts.token.over", { when }) : when
  }
}
