import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialCommentThread } from "../../../types/http"
import { Comment } from "./comment"

/** So many replies are shown at once; more are folded. */
const SHOWN = 2

/** A comment with what was answered to it. */
export const CommentThread = ({ thread }: { thread: SocialCommentThread }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  // The route answers without replies when it is asked for plain comments.
  const { replies = [], reply_count = 0 } = thread
  const shown = isOpen ? replies : replies.slice(0, SHOWN)
  const missing = reply_count - replies.length
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4">
      <Comment comment={thread} unanswered={thread.unanswered} />
      {replies.length > 0 && (
        <div className="border-ui-border-base ml-3 flex flex-col items-start gap-y-3 border-l pl-4">
          <ul
            aria-label={t("post.comments.replies")}
            className="flex w-full flex-col gap-y-3"
          >
            {shown.map((reply) => (
              <li key={reply.id}>
                <Comment comment={reply} />
              </li>
            ))}
          </ul>
          {replies.length > SHOWN && (
            <Button
              size="small"
              variant="transparent"
              aria-expanded={isOpen}
              className="text-ui-fg-interactive-hover -ml-2"
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen
                ? t("post.comments.foldReplies")
                : t("post.comments.moreReplies", {
                    count: replies.length - SHOWN,
                  })}
            </Button>
          )}
          {isOpen && missing > 0 && (
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("post.comments.repliesLeftOut", {
                shown: format.number(replies.length),
                count: format.number(reply_count),
              })}
            </Text>
          )}
        </div>
      )}
    </li>
  )
}
