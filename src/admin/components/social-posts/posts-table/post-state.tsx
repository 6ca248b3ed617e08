import { ExclamationCircleSolid } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialPost } from "../../../types/http"
import { PostStatusBadge } from "../../common/status-badges"
import { StoryBadge } from "../stories/story-badge"

/**
 * A post's status, a mark when its account or its last sync has trouble, and a
 * story's end.
 */
export const PostState = ({ post }: { post: SocialPost }) => {
  const troubles = useTroubles(post)
  return (
    <span className="flex flex-col items-start gap-y-1">
      <span className="flex items-center gap-x-1.5">
        <PostStatusBadge status={post.status} />
        {troubles.length > 0 && <Warning troubles={troubles} />}
      </span>
      <StoryBadge post={post} />
    </span>
  )
}

interface Trouble {
  title: string
  isGrave: boolean
  details: string[]
}

/** What needs a person: the account first, nothing is read without it. */
function useTroubles(post: SocialPost): Trouble[] {
  const { t } = useTranslation("social")
  const local = useServerText()
  const { account, sync_status, sync_errors } = post
  const troubles: Trouble[] = []
  if (
    account.status === "needs_reconnect" ||
    account.status === "disconnected"
  ) {
    troubles.push({
      title: `${accountName(account)}: ${t(`accountStatus.${account.status}`)}`,
      isGrave: account.status === "needs_reconnect",
      details: [],
    })
  }
  if (sync_status === "partial" || sync_status === "failed") {
    troubles.push({
      title: t(`syncStatus.${sync_status}`),
      isGrave: sync_status === "failed",
      details: (sync_errors ?? []).map(local),
    })
  }
  return troubles
}

const Warning = ({ troubles }: { troubles: readonly Trouble[] }) => {
  const sentences = troubles.flatMap(({ title, details }) => [
    title,
    ...details,
  ])
  return (
    <Tooltip
      maxWidth={320}
      content={
        <span className="flex flex-col gap-y-1 whitespace-normal break-words">
          {troubles.map(({ title, details }) => (
            <span key={title} className="flex flex-col gap-y-1">
              <span className="font-medium">{title}</span>
              {details.map((detail) => (
                <span key={detail}>{detail}</span>
              ))}
            </span>
          ))}
        </span>
      }
    >
      <span
        role="img"
        tabIndex={0}
        aria-label={sentences.join(" – ")}
        className={
          troubles.some(({ isGrave }) => isGrave)
            ? "text-ui-tag-red-icon cursor-help rounded-sm"
            : "text-ui-tag-orange-icon cursor-help rounded-sm"
        }
      >
        <ExclamationCircleSolid aria-hidden />
      </span>
    </Tooltip>
  )
}
