import type { SocialSyncRun } from "../../../types/http"

type Counts = Pick<SocialSyncRun, "status" | "total" | "success" | "skipped">

/** The sentence that says how a sync stands. */
export function headlineOf({ status, total, success, skipped }: Counts) {
  if (status === "running") {
    return "running"
  }
  if (total === 0) {
    return "nothing"
  }
  if (skipped === total) {
    return "allSkipped"
  }
  return success === total ? "allSynced" : "someSynced"
}
