import { useSocialSyncRun } from "../../hooks/api/social-sync-runs"
import { useFormat } from "../../hooks/use-format"

/** When a run began names it in the breadcrumbs. */
export const RunBreadcrumb = ({ id }: { id: string }) => {
  const format = useFormat()
  // The page itself tells when the run cannot be loaded.
  const { social_sync_run: run } = useSocialSyncRun(id, { throwOnError: false })
  return run ? <span>{format.dateTime(run.started_at)}</span> : null
}
