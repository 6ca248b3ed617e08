import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialPost } from "../../../types/http"
import { storyState } from "./story-state"

interface StoryBadgeProps {
  post: Pick<SocialPost, "expires_at">
}

/** "ends in 3 hr.", "ended 2 days ago"; nothing for posts that stay. */
export const StoryBadge = ({ post }: StoryBadgeProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const state = storyState(post, now)
  if (!state || !post.expires_at) {
    return null
  }
  return (
    <Tooltip content={format.dateTime(post.expires_at)}>
      <span tabIndex={0} role="note" className="flex cursor-help rounded-sm">
        <Badge
          size="2xsmall"
          color={state === "alive" ? "green" : "grey"}
          className="whitespace-nowrap"
        >
          {t(`stories.${state}`, {
            when: format.fromNow(post.expires_at, now),
          })}
        </Badge>
      </span>
    </Tooltip>
  )
}
