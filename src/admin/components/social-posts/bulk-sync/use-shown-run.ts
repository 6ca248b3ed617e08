import { useState } from "react"
import { useSocialSyncRuns } from "../../../hooks/api/social-sync-runs"
import { throwWithoutSession } from "../../../lib/queries"
import { useRunInAddress } from "./use-run-in-address"

/** How often it is asked whether somebody else has started a sync. */
const LOOK_EVERY = 10_000
const SOME = 5

/**
 * The sync to show: the one in the address, else one that people started
 * elsewhere (another tab, an account's page) and that is going on. It stays
 * until it is put away.
 */
export function useShownRun() {
  const { id: asked, clear } = useRunInAddress()
  const [seen, setSeen] = useState<string | null>(null)
  const [putAway, setPutAway] = useState<readonly string[]>([])
  const { social_sync_runs: running } = useSocialSyncRuns(
    {
      status: "running",
      trigger: "bulk",
      fields: "id,status",
      order: "-started_at",
      limit: SOME,
    },
    {
      enabled: !asked,
      refetchInterval: LOOK_EVERY,
      throwOnError: throwWithoutSession,
    }
  )
  const found = running?.find(({ id }) => !putAway.includes(id))
  // What was in the address stays when another page of the list takes it away.
  const latest = asked ?? found?.id
  if (latest && latest !== seen && !putAway.includes(latest)) {
    setSeen(latest)
  }
  return {
    id: asked ?? seen,
    putAway: () => {
      setPutAway([
        ...putAway,
        ...(asked ? [asked] : []),
        ...(seen ? [seen] : []),
      ])
      setSeen(null)
      if (asked) {
        clear()
      }
    },
  }
}
