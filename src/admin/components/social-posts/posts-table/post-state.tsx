import { ExclamationCircleSolid } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialPost } from "../../../types/http"
import { PostStatusBadge } from "../../common/status-badges"
import { withLocalTimes } from "../insights/local-times"

/** A post's status, and a mark when its last sync met trouble. */
export const PostState = ({ post }: { post: SocialPost }) => (
  <span className="flex items-center gap-x-1.5">
    <PostStatusBadge status={post.status} />
    {(post.sync_status === "partial" || post.sync_status === "failed") && (
      <SyncWarning post={post} status={post.sync_status} />
    )}
  </span>
)

interface SyncWarningProps {
  post: Pick<SocialPost, "sync_errors">
  status: "partial" | "failed"
}

const SyncWarning = ({ post, status }: SyncWarningProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const title = t(`syncStatus.${status}`)
  const errors = (post.sync_errors ?? []).map((error) =>
    withLocalTimes(error, format.dateTime)
  )
  return (
    <Tooltip
      maxWidth={320}
      content={
        <span className="flex flex-col gap-y-1 whitespace-normal break-words">
          <span className="font-medium">{title}</span>
          {errors.map((error) => (
            <span key={error}>{error}</span>
          ))}
        </span>
      }
    >
      <span
        role="img"
        tabIndex={0}
        aria-label={[title, ...errors].join(" – ")}
        className={
          status === "failed"
            ? "text-ui-tag-red-icon cursor-help rounded-sm"
            : "text-ui-tag-orange-icon cursor-help rounded-sm"
        }
      >
        <ExclamationCircleSolid aria-hidden />
      </span>
    </Tooltip>
  )
}
