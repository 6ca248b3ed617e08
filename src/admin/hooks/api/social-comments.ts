import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { FetchError } from "@medusajs/js-sdk"
import { LIVE, type QueryOptions, throwWithoutData } from "../../lib/queries"
import { socialCommentKeys, socialPostKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  Page,
  SocialCommentThread,
  SocialInboxAnswer,
} from "../../types/http"

/** Threads of all posts, the newest first; narrowed by what `query` asks. */
export const useSocialInbox = (
  query?: Record<string, unknown>,
  options?: QueryOptions<SocialInboxAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialCommentKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<SocialInboxAnswer>("/admin/social-comments", { query }),
    ...LIVE,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

export type CommentOrder = "-commented_at" | "commented_at"

export interface CommentFilters {
  q?: string
  /** Only threads that nobody of the account has answered. */
  unanswered?: true
  /** Only hidden comments. */
  hidden?: true
}

const COMMENTS_PER_PAGE = 20

/** A post's comments with their replies, page after page. */
export const useSocialComments = (
  postId: string,
  order: CommentOrder,
  filters: CommentFilters = {}
) => {
  const narrowed = { threads: true, order, ...filters }
  return useInfiniteQuery<
    Page & { comments: SocialCommentThread[] },
    FetchError
  >({
    queryKey: socialPostKeys.part(postId, "comments", narrowed),
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch(`/admin/social-posts/${postId}/comments`, {
        query: {
          ...narrowed,
          limit: COMMENTS_PER_PAGE,
          offset: pageParam as number,
        },
      }),
    getNextPageParam: ({ count, offset, limit }) =>
      offset + limit < count ? offset + limit : undefined,
    staleTime: LIVE.staleTime,
    retry: LIVE.retry,
  })
}
