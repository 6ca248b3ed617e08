import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialPost } from "../../../types/http"
import { SyncStatusBadge } from "../../common/status-badges"
import { FromNow } from "../../common/time"

/** When the post was synced and when it will be again. */
export const SyncSection = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const commentsAt = post.insights?.comments_synced_at
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("post.sync.title")}</Heading>
      </div>
      <SectionRow
        title={t("fields.status")}
        value={<SyncStatusBadge status={post.sync_status} />}
      />
      <SectionRow
        title={t("fields.lastSync")}
        value={<FromNow time={post.last_synced_at} />}
      />
      {commentsAt && (
        <SectionRow
          title={t("post.sync.comments")}
          value={<FromNow time={commentsAt} />}
        />
      )}
      <SectionRow
        title={t("fields.nextSync")}
        value={<NextSync post={post} />}
      />
    </Container>
  )
}

const NextSync = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  if (post.status !== "posted") {
    return <span>{t("post.sync.notPosted")}</span>
  }
  if (!post.next_sync_at) {
    return <span>{t("freshness.onDemand")}</span>
  }
  return (
    <time
      dateTime={post.next_sync_at}
      title={format.dateTime(post.next_sync_at)}
    >
      {Date.parse(post.next_sync_at) <= now
        ? t("freshness.due")
        : format.fromNow(post.next_sync_at, now)}
    </time>
  )
}
