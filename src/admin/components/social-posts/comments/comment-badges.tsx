import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialComment } from "../../../types/http"

interface CommentBadgesProps {
  comment: Pick<
    SocialComment,
    "by_account" | "edited_at" | "hidden" | "removed_at"
  >
  /** Of a thread only: nobody of the account has answered. */
  unanswered?: boolean | null
}

/** What is to be known of a comment besides what it says. */
export const CommentBadges = ({ comment, unanswered }: CommentBadgesProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { by_account, edited_at, hidden, removed_at } = comment
  return (
    <>
      {by_account && (
        <Badge size="2xsmall" color="blue">
          {t("comments.byAccount")}
        </Badge>
      )}
      {unanswered && !removed_at && (
        <Badge size="2xsmall" color="purple">
          {t("comments.unanswered")}
        </Badge>
      )}
      {hidden && (
        <Badge size="2xsmall" color="orange">
          {t("comments.hidden")}
        </Badge>
      )}
      {edited_at && (
        <Since time={format.dateTime(edited_at)}>
          <Badge size="2xsmall">{t("comments.edited")}</Badge>
        </Since>
      )}
      {removed_at && (
        <Since time={format.dateTime(removed_at)}>
          <Badge size="2xsmall" color="red">
            {t("comments.removed")}
          </Badge>
        </Since>
      )}
    </>
  )
}

interface SinceProps {
  time: string
  children: React.ReactNode
}

/** When it was found, on hover and by keyboard. */
const Since = ({ time, children }: SinceProps) => {
  const { t } = useTranslation("social")
  return (
    <Tooltip content={t("comments.foundAt", { time })}>
      <span
        tabIndex={0}
        role="note"
        className="flex cursor-help rounded-sm leading-none"
      >
        {children}
      </span>
    </Tooltip>
  )
}
