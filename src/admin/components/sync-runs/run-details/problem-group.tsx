import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncProblem } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import { ServerText } from "../../common/server-text"
import { PostThumbnail } from "../../common/post-thumbnail"
import type { ProblemGroup } from "../progress"
import type { ProblemPosts } from "./use-problem-posts"

const COLORS: Record<SocialSyncProblem["status"], "red" | "orange" | "grey"> = {
  failed: "red",
  partial: "orange",
  skipped: "grey",
}

/** Posts of a group that are shown before one asks for all. */
const FIRST = 5

interface ProblemGroupItemProps {
  group: ProblemGroup
  posts: ProblemPosts
}

/** One thing that happened, and to which posts. */
export const ProblemGroupItem = ({ group, posts }: ProblemGroupItemProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const { message, platform, status, post_ids, count } = group
  const shown = isOpen ? post_ids : post_ids.slice(0, FIRST)
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-start gap-x-3">
        <span className="flex h-5 items-center">
          <PlatformIcon platform={platform} />
        </span>
        <Text size="small" className="min-w-0 flex-1 break-words">
          <ServerText>{message}</ServerText>
        </Text>
        <StatusBadge color={COLORS[status]} className="shrink-0">
          {t(`runs.problems.${status}`, {
            count,
            posts: format.number(count),
          })}
        </StatusBadge>
      </div>
      <ul className="flex flex-col gap-y-1 ps-7">
        {shown.map((id) => (
          <li key={id} className="min-w-0">
            <ProblemPost id={id} posts={posts} />
          </li>
        ))}
      </ul>
      {post_ids.length > FIRST && (
        <Button
          size="small"
          variant="transparent"
          className="ms-5 w-fit"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen
            ? t("runs.problems.showLess")
            : t("runs.problems.showAll", {
                posts: format.number(post_ids.length),
              })}
        </Button>
      )}
    </section>
  )
}

interface ProblemPostProps {
  id: string
  posts: ProblemPosts
}

const ProblemPost = ({ id, posts }: ProblemPostProps) => {
  const { t } = useTranslation("social")
  const post = posts.found.get(id)
  if (!post && posts.isLoaded) {
    return (
      <Text size="small" leading="compact" className="text-ui-fg-subtle py-1">
        {t("runs.problems.deletedPost")}
      </Text>
    )
  }
  return (
    <Link
      to={`/social/posts/${id}`}
      className="hover:bg-ui-bg-base-hover transition-fg -mx-2 flex min-w-0 items-center gap-x-3 rounded-md px-2 py-1"
    >
      {post && <PostThumbnail post={post} />}
      <Text as="span" size="small" leading="compact" className="truncate">
        {post ? (post.caption ?? t("runs.problems.untitled")) : id}
      </Text>
    </Link>
  )
}
