import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialPostSnapshot } from "../../../types/http"
import { SyncStatusBadge } from "../../common/status-badges"
import { Freshness } from "../../common/time"
import { FreshNotice } from "./fresh-notice"
import { Headline } from "./headline"
import { MetricGrid } from "./metric-grid"
import { NoNumbersYet } from "./no-numbers-yet"
import { SyncButton } from "./sync-button"
import { SyncProblems } from "./sync-problems"
import type { PanelPost } from "./use-panel-post"
import { useSyncPost } from "./use-sync-post"

interface InsightsSectionProps {
  post: PanelPost
  timeline: readonly SocialPostSnapshot[]
}

/** The numbers, how old they are, what is wrong with them, and the sync. */
export const InsightsSection = ({ post, timeline }: InsightsSectionProps) => {
  const { t } = useTranslation("social")
  const syncing = useSyncPost(post)
  const { insights } = post
  // Numbers that are all unknown are an answer too, and each has its reason.
  const shown = post.last_synced_at ? insights : null
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading level="h2">{t("post.insights")}</Heading>
          <SyncStatusBadge status={post.sync_status} />
        </div>
        <div className="flex items-center gap-x-4">
          {post.last_synced_at && (
            <div className="text-ui-fg-subtle txt-compact-small">
              <Freshness post={post} />
            </div>
          )}
          {/* Without numbers the invitation below has the button. */}
          {(shown || post.status !== "posted") && (
            <SyncButton status={post.status} syncing={syncing} />
          )}
        </div>
      </div>
      <FreshNotice post={post} syncing={syncing} />
      <SyncProblems post={post} syncing={syncing} />
      {shown ? (
        <>
          <Headline post={post} timeline={timeline} />
          <MetricGrid post={post} insights={shown} timeline={timeline} />
        </>
      ) : (
        <NoNumbersYet post={post} syncing={syncing} />
      )}
    </Container>
  )
}
