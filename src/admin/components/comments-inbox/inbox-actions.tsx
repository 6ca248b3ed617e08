import { ArrowUpRightOnBox } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isWebAddress } from "../../lib/is-web-address"
import { platformLook } from "../../lib/platforms"
import type { SocialInboxComment } from "../../types/http"

/** Leads to the post on its platform, where one answers. */
export const InboxActions = ({ comment }: { comment: SocialInboxComment }) => {
  const { t } = useTranslation("social")
  const { permalink, platform } = comment.post
  if (!isWebAddress(permalink)) {
    return null
  }
  const label = t("comments.answerOn", {
    platform: platformLook(platform).label,
  })
  return (
    <Tooltip content={label}>
      <IconButton size="small" variant="transparent" asChild>
        <a
          href={permalink}
          target="_blank"
          rel="noreferrer"
          aria-label={label}
          // The row behind it leads to the post here.
          onClick={(event) => event.stopPropagation()}
        >
          <ArrowUpRightOnBox />
        </a>
      </IconButton>
    </Tooltip>
  )
}
