import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { socialAccountKeys, socialPostKeys } from "../../lib/query-keys"
import type { SocialSyncRun } from "../../types/http"

/** When the last run that was going on has ended, what it changed is asked for. */
export function useRefreshAfterRuns(
  runs: readonly Pick<SocialSyncRun, "status">[] | undefined
): void {
  const queryClient = useQueryClient()
  const isRunning = runs?.some(({ status }) => status === "running") ?? false
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && !isRunning) {
      void queryClient.invalidateQueries({ queryKey: socialAccountKeys.all })
      void queryClient.invalidateQueries({ queryKey: socialPostKeys.all })
    }
    wasRunning.current = isRunning
  }, [isRunning, queryClient])
}
