import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { socialPostKeys } from "../../../lib/query-keys"

/** A run of hundreds of posts changes rows all the time; this often is enough. */
const REFRESH_EVERY = 4_000

/** While posts are being read, the rows of the list follow. */
export function useRefreshRows(isRunning: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!isRunning) {
      return
    }
    const timer = setInterval(
      () =>
        void queryClient.invalidateQueries({
          queryKey: socialPostKeys.lists(),
        }),
      REFRESH_EVERY
    )
    return () => clearInterval(timer)
  }, [isRunning, queryClient])
}
