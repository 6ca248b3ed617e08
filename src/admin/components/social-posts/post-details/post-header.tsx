import { EllipsisHorizontal } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Container, Heading, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { PlatformLabel } from "../../common/platform-label"
import { PostStatusBadge } from "../../common/status-badges"
import { StoryBadge } from "../stories/story-badge"
import { usePostActions } from "./use-post-actions"
import { usePostTitle } from "./use-post-title"

/** The post's name and state, and what can be done with it. */
export const PostHeader = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const titleOf = usePostTitle()
  const groups = usePostActions(post)
  return (
    <Container className="flex flex-wrap items-start justify-end gap-x-4 gap-y-2 px-6 py-4">
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-y-1">
        <Heading className="break-words">{titleOf(post)}</Heading>
        <PlatformLabel platform={post.platform} className="text-ui-fg-subtle" />
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        <StoryBadge post={post} />
        <PostStatusBadge status={post.status} />
        <ActionMenu groups={groups}>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("actions.more")}
          >
            <EllipsisHorizontal />
          </IconButton>
        </ActionMenu>
      </div>
    </Container>
  )
}
