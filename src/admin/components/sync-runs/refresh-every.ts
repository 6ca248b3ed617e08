import type { SocialSyncRun } from "../../types/http"

const WHILE_RUNNING = 2_000
const OTHERWISE = 30_000

/** Runs are asked for often while one is going on, else now and then. */
export const refreshEvery = (
  runs: readonly Pick<SocialSyncRun, "status">[] | undefined
): number =>
  runs?.some(({ status }) => status === "running") ? WHILE_RUNNING : OTHERWISE
