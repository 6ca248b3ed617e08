import { Heart } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialComment } from "../../../types/http"
import { FromNow } from "../../common/time"
import { CommentBadges } from "./comment-badges"
import { LongText } from "./long-text"

interface CommentProps {
  comment: SocialComment
  /** Of a thread only: nobody of the account has answered. */
  unanswered?: boolean | null
}

/** Who wrote what, when, what became of it, and how many liked it. */
export const Comment = ({ comment, unanswered }: CommentProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { author_name, commented_at, like_count, removed_at, text } = comment
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className="min-w-0 break-all"
        >
          {author_name ?? t("post.comments.someone")}
        </Text>
        {commented_at && (
          <span className="text-ui-fg-subtle txt-compact-xsmall">
            <FromNow time={commented_at} />
          </span>
        )}
        <CommentBadges comment={comment} unanswered={unanswered} />
        {typeof like_count === "number" && (
          <span className="text-ui-fg-subtle txt-compact-xsmall ml-auto flex items-center gap-x-1 tabular-nums">
            <Heart aria-hidden className="text-ui-fg-muted size-3.5" />
            {format.number(like_count)}
            <span className="sr-only">{t("metrics.likes")}</span>
          </span>
        )}
      </div>
      <div className={clx({ "text-ui-fg-subtle": removed_at })}>
        <LongText text={text ?? t("post.comments.noText")} />
      </div>
    </div>
  )
}
