import {
  ArchiveBox,
  ArrowPath,
  ArrowUpRightOnBox,
  ArrowUturnLeft,
  EllipsisHorizontal,
} from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isWebAddress } from "../../../lib/is-web-address"
import { platformLook } from "../../../lib/platforms"
import type { SocialPost } from "../../../types/http"
import { usePostTitle } from "../post-details/use-post-title"
import { useRowActions } from "./use-row-actions"

/** What can be done with a post without opening it. */
export const PostMenu = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const titleOf = usePostTitle()
  const actions = useRowActions(post)
  const { permalink, platform } = post
  const isArchived = post.status === "archived"
  return (
    // A click in the menu is none on the row behind it.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu
        groups={[
          {
            actions: [
              {
                icon: <ArrowPath />,
                label: t("actions.syncNow"),
                onClick: actions.sync,
                disabled: post.status !== "posted" || actions.isSyncing,
                disabledTooltip:
                  post.status === "posted"
                    ? undefined
                    : t("post.sync.onlyPosted"),
              },
              ...(isWebAddress(permalink)
                ? [
                    {
                      icon: <ArrowUpRightOnBox />,
                      label: t("post.openOn", {
                        platform: platformLook(platform).label,
                      }),
                      onClick: () =>
                        window.open(permalink, "_blank", "noopener,noreferrer"),
                    },
                  ]
                : []),
            ],
          },
          {
            actions: [
              {
                icon: isArchived ? <ArrowUturnLeft /> : <ArchiveBox />,
                label: t(isArchived ? "post.unarchive" : "post.archive"),
                onClick: actions.toggleArchived,
                disabled: actions.isArchiving,
              },
            ],
          },
        ]}
      >
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("posts.menu", { title: titleOf(post) })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
    </div>
  )
}
