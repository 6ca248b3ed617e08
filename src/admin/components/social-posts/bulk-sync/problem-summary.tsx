import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { PlatformIcon } from "../../common/platform-label"
import { TextLink } from "../../common/text-link"
import type { ProblemGroup } from "../../sync-runs/progress"
import type { ProblemPosts } from "../../sync-runs/run-details/use-problem-posts"
import { withLocalTimes } from "../../../lib/local-times"
import { usePostTitle } from "../post-details/use-post-title"

const COLORS = { failed: "red", partial: "orange", skipped: "grey" } as const

/** Posts of a reason that are named; the others are in the log. */
const FIRST = 3

/** A reason with only the posts that are named, which are all that is loaded. */
export const withFirstPosts = (group: ProblemGroup): ProblemGroup => ({
  ...group,
  post_ids: group.post_ids.slice(0, FIRST),
})

interface ProblemSummaryProps {
  group: ProblemGroup
  posts: ProblemPosts
}

/** One thing that went wrong, with the first of the posts it happened to. */
export const ProblemSummary = ({ group, posts }: ProblemSummaryProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { message, platform, status, post_ids, count } = group
  const named = post_ids.slice(0, FIRST).filter((id) => posts.found.has(id))
  return (
    <div className="flex items-start gap-x-3 px-6 py-3">
      <span className="flex h-5 items-center">
        <PlatformIcon platform={platform} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-x-4 gap-y-2 sm:flex-row sm:justify-between">
        <div className="flex min-w-0 max-w-full flex-col gap-y-1">
          <Text size="small" className="break-words">
            {withLocalTimes(message, format.dateTime)}
          </Text>
          <ul className="txt-compact-xsmall flex flex-wrap gap-x-4 gap-y-1">
            {named.map((id) => (
              <li key={id} className="flex min-w-0 max-w-64">
                <PostLink id={id} posts={posts} />
              </li>
            ))}
            {count > named.length && posts.isLoaded && (
              <li className="text-ui-fg-subtle">
                {t("posts.run.more", {
                  count: count - named.length,
                  posts: format.number(count - named.length),
                })}
              </li>
            )}
          </ul>
        </div>
        <StatusBadge color={COLORS[status]} className="shrink-0">
          {t(`runs.problems.${status}`, {
            count,
            posts: format.number(count),
          })}
        </StatusBadge>
      </div>
    </div>
  )
}

const PostLink = ({
  id,
  posts,
}: Pick<ProblemSummaryProps, "posts"> & { id: string }) => {
  const titleOf = usePostTitle()
  const post = posts.found.get(id)
  return post ? (
    <TextLink to={`/social/posts/${id}`} className="truncate">
      {titleOf(post)}
    </TextLink>
  ) : null
}
