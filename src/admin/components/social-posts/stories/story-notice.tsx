import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import { platformLook } from "../../../lib/platforms"
import type { SocialPost } from "../../../types/http"
import { storyState } from "./story-state"

interface StoryNoticeProps {
  post: Pick<SocialPost, "expires_at" | "platform">
}

/** When a story's numbers close, or that they have. */
export const StoryNotice = ({ post }: StoryNoticeProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const state = storyState(post, now)
  return state && post.expires_at ? (
    <Alert variant="info">
      {t(`stories.notice.${state}`, {
        time: format.dateTime(post.expires_at),
        platform: platformLook(post.platform).label,
      })}
    </Alert>
  ) : null
}
