import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialInboxComment } from "../../types/http"
import { CommentBadges } from "../social-posts/comments/comment-badges"

/** Who wrote what, in two lines, and what became of it. */
export const InboxComment = ({ comment }: { comment: SocialInboxComment }) => {
  const { t } = useTranslation("social")
  const { author_name, text, unanswered } = comment
  return (
    <div className="flex w-56 flex-col gap-y-1 py-2 md:w-[26rem]">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className="min-w-0 truncate"
        >
          {author_name ?? t("post.comments.someone")}
        </Text>
        <CommentBadges comment={comment} unanswered={unanswered} />
      </span>
      <Text
        as="span"
        size="small"
        className="line-clamp-2 whitespace-normal break-words"
      >
        {text ?? t("post.comments.noText")}
      </Text>
    </div>
  )
}
