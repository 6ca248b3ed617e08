import { Heart } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialComment } from "../../../types/http"
import { FromNow } from "../../common/time"
import { LongText } from "./long-text"

/** Who wrote what, when, and how many liked it. */
export const Comment = ({ comment }: { comment: SocialComment }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { author_name, commented_at, hidden, like_count, text } = comment
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
        {hidden && (
          <Badge size="2xsmall" color="orange">
            {t("post.comments.hidden")}
          </Badge>
        )}
        {typeof like_count === "number" && (
          <span className="text-ui-fg-subtle txt-compact-xsmall ml-auto flex items-center gap-x-1 tabular-nums">
            <Heart aria-hidden className="text-ui-fg-muted size-3.5" />
            {format.number(like_count)}
            <span className="sr-only">{t("metrics.likes")}</span>
          </span>
        )}
      </div>
      <LongText text={text ?? t("post.comments.noText")} />
    </div>
  )
}
