import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { socialPostKeys } from "../../../lib/query-keys"
import type { SocialPost } from "../../../types/http"

type SyncedPost = Pick<SocialPost, "id" | "last_synced_at">

/** Asks for a post's history and comments again once somebody synced it. */
export function useRefreshParts(post: SyncedPost | undefined) {
  const queryClient = useQueryClient()
  const seen = useRef<SyncedPost>()
  const { id, last_synced_at = null } = post ?? {}
  useEffect(() => {
    if (!id) {
      return
    }
    const before = seen.current
    seen.current = { id, last_synced_at }
    if (before?.id !== id || before.last_synced_at === last_synced_at) {
      return
    }
    for (const part of ["timeline", "comments"]) {
      void queryClient.invalidateQueries({
        queryKey: [...socialPostKeys.record(id), part],
      })
    }
  }, [id, last_synced_at, queryClient])
}
