import { useSocialPost } from "../../../hooks/api/social-posts"
import { throwWithoutSession } from "../../../lib/queries"
import type {
  PostInsights,
  SocialPost,
  SocialPostStatus,
  SocialSyncStatus,
} from "../../../types/http"
import { useRefreshParts } from "./use-refresh-parts"

export interface PanelInput {
  postId: string
  insights: PostInsights | null
  status: SocialPostStatus
}

/** Jobs, other tabs and other people sync too. */
const REFRESH_EVERY = 30_000

/** What the panel's sections show. */
export interface PanelPost {
  id: string
  platform: string
  status: SocialPostStatus
  insights: PostInsights | null
  sync_status: SocialSyncStatus | null
  sync_errors: string[]
  last_synced_at: string | null
  next_sync_at: string | null
  account: Pick<SocialPost["account"], "id"> | null
}

/**
 * The post behind what was handed in, so that the panel is right after a sync
 * wherever it stands, and knows the account and the next sync. On the post's
 * own page that is the same request; until it is answered, and when it fails,
 * what was handed in is shown.
 */
export function usePanelPost(given: PanelInput): PanelPost {
  const { social_post } = useSocialPost(given.postId, {
    throwOnError: throwWithoutSession,
    refetchInterval: REFRESH_EVERY,
  })
  useRefreshParts(social_post)
  const insights = social_post ? social_post.insights : given.insights
  return {
    id: given.postId,
    platform: social_post?.platform ?? insights?.platform ?? "",
    status: social_post?.status ?? given.status,
    insights,
    sync_status: social_post?.sync_status ?? insights?.sync_status ?? null,
    sync_errors: social_post?.sync_errors ?? insights?.sync_errors ?? [],
    last_synced_at:
      social_post?.last_synced_at ?? insights?.last_synced_at ?? null,
    next_sync_at: social_post?.next_sync_at ?? null,
    account: social_post?.account ?? null,
  }
}
