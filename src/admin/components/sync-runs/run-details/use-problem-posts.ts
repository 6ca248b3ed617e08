import { useMemo } from "react"
import { useSocialPosts } from "../../../hooks/api/social-posts"
import { throwWithoutSession } from "../../../lib/queries"
import type { SocialPost } from "../../../types/http"
import type { ProblemGroup } from "../progress"

export interface ProblemPosts {
  found: ReadonlyMap<string, SocialPost>
  /** Only then is a post that is not found one that was deleted. */
  isLoaded: boolean
}

/** The posts that a run had trouble with; a run keeps a hundred at most. */
export function useProblemPosts(groups: readonly ProblemGroup[]): ProblemPosts {
  const ids = groups.flatMap(({ post_ids }) => post_ids).sort()
  const { social_posts, isPlaceholderData } = useSocialPosts(
    { id: ids, fields: "id,caption,platform,media", limit: ids.length },
    { enabled: ids.length > 0, throwOnError: throwWithoutSession }
  )
  return useMemo(
    () => ({
      found: new Map((social_posts ?? []).map((post) => [post.id, post])),
      isLoaded: social_posts !== undefined && !isPlaceholderData,
    }),
    [social_posts, isPlaceholderData]
  )
}
