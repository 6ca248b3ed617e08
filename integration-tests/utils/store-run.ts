import type { PostOutcome } from "../../src/modules/social-posts/types/sync"
import type { Store } from "./store-module"

/** Starts a bulk run and works it to its end. */
export async function syncStore(
  { service }: Pick<Store, "service">,
  scope: Record<string, unknown> = { limit: 1000 }
) {
  const started = await service.startSyncRun("bulk", scope)
  if (!started) {
    throw new Error("There was nothing to sync.")
  }
  const { run_id, worker, outcomes: skipped } = started
  const outcomes = await service.workSyncRun(run_id, worker, { collect: true })
  const run = await service.retrieveSocialSyncRun(run_id)
  return { run, outcomes: [...outcomes, ...skipped] as PostOutcome[] }
}
