import { useSocialPostTimeline } from "../../hooks/api/social-posts"
import { CommentsSection } from "./comments/comments-section"
import { InsightsSection } from "./insights/insights-section"
import { PlatformDataSection } from "./insights/platform-data-section"
import { BreakdownsSection, ReactionsSection } from "./insights/shares-section"
import { type PanelInput, usePanelPost } from "./insights/use-panel-post"
import { HistorySection } from "./timeline/history-section"

/** Readings the history reaches back. */
const READINGS = 30

export type PostInsightsPanelProps = PanelInput

/**
 * Everything known about how a post did, with a button to sync it: numbers,
 * reactions, history, comments, problems. Works anywhere in the admin and
 * refreshes by itself after a sync.
 *
 * @example
 * <PostInsightsPanel
 *   postId={post.id}
 *   insights={post.insights}
 *   status={post.status}
 * />
 */
export const PostInsightsPanel = (props: PostInsightsPanelProps) => {
  const post = usePanelPost(props)
  const { timeline = [] } = useSocialPostTimeline(post.id, READINGS)
  const { insights } = post
  return (
    <div className="flex flex-col gap-y-3">
      <InsightsSection post={post} timeline={timeline} />
      {insights && post.last_synced_at && (
        <>
          <HistorySection
            postId={post.id}
            platform={post.platform}
            readings={READINGS}
          />
          <ReactionsSection insights={insights} />
          <BreakdownsSection insights={insights} />
          <CommentsSection post={post} insights={insights} />
          <PlatformDataSection platform={post.platform} insights={insights} />
        </>
      )}
    </div>
  )
}
