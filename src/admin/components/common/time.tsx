import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import type { SocialPost } from "../../types/http"

/** "12 min. ago", with the moment itself on hover; "Never" without a time. */
export const FromNow = ({ time }: { time: string | null }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  if (!time) {
    return <span className="text-ui-fg-subtle">{t("never")}</span>
  }
  return (
    <Tooltip content={format.dateTime(time)}>
      <time dateTime={time} className="whitespace-nowrap">
        {format.fromNow(time, now)}
      </time>
    </Tooltip>
  )
}

type Synced = Pick<SocialPost, "last_synced_at" | "next_sync_at" | "status">

/** How old the numbers are and when the next come: "12 min. ago · next in 48 min." */
export const Freshness = ({ post }: { post: Synced }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  return (
    <span className="flex flex-col">
      <FromNow time={post.last_synced_at} />
      {post.status === "posted" && (
        <span className="text-ui-fg-subtle txt-compact-xsmall whitespace-nowrap">
          {nextSync()}
        </span>
      )}
    </span>
  )

  function nextSync(): string {
    if (!post.next_sync_at) {
      return t("freshness.onDemand")
    }
    return new Date(post.next_sync_at).getTime() <= now
      ? t("freshness.due")
      : t("freshness.next", { when: format.fromNow(post.next_sync_at, now) })
  }
}
