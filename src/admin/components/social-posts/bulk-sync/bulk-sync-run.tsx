import { Container } from "@medusajs/ui"
import { useSocialSyncRun } from "../../../hooks/api/social-sync-runs"
import { throwWithoutSession } from "../../../lib/queries"
import { ProgressBar } from "../../sync-runs/run-details/run-progress"
import { RunFigures } from "../../sync-runs/run-details/run-figures"
import { useRefreshAfterRuns } from "../../sync-runs/use-refresh-after-runs"
import { BulkSyncHeader } from "./bulk-sync-header"
import { BulkSyncResult } from "./bulk-sync-result"
import { useRefreshRows } from "./use-refresh-rows"
import { useShownRun } from "./use-shown-run"

/** A sync of many posts, above the list: how far it is, then how it ended. */
export const BulkSyncRun = () => {
  const { id, putAway } = useShownRun()
  return id ? <ShownRun key={id} id={id} onPutAway={putAway} /> : null
}

interface ShownRunProps {
  id: string
  onPutAway: () => void
}

const ShownRun = ({ id, onPutAway }: ShownRunProps) => {
  // An address may name a sync that is not there (any more): then nothing is shown.
  const { social_sync_run: run } = useSocialSyncRun(id, {
    throwOnError: throwWithoutSession,
  })
  const isRunning = run?.status === "running"
  useRefreshRows(isRunning)
  useRefreshAfterRuns(run && [run])
  if (!run) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <BulkSyncHeader run={run} onPutAway={onPutAway} />
      {isRunning && <ProgressBar run={run} />}
      {run.total > 0 && <RunFigures run={run} />}
      {!isRunning && <BulkSyncResult run={run} />}
    </Container>
  )
}
