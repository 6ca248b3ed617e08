import type { ErrorKind } from "../../../platform-kit"

export type SyncTrigger =
  | "manual"
  | "bulk"
  | "daily"
  | "due"
  | "published"
  | "command"
  | "import"
  | "webhook"

/** Which posts a run is about. Stored with the run, so that it can resume. */
export interface SyncScope {
  post_ids?: string[]
  platform?: string
  account_id?: string
  /** At most this many posts, newest first; without it all, in pages. */
  limit?: number
  /** Only posts whose time has come. */
  due?: boolean
  /** Only posts younger than this. */
  max_age_days?: number
  /** Only posts of accounts that have no schedule of their own. */
  without_schedule?: boolean
  /** Read posts that are still fresh too. */
  force?: boolean
  /** `single` fetches everything of a post. Default `bulk`. */
  depth?: "single" | "bulk"
}

/** What happened to one post in a run. */
export interface PostOutcome {
  post_id: string
  platform: string
  status: "success" | "partial" | "failed" | "skipped"
  /** For everything but success: one sentence for a person. */
  error?: string
  /** For failures: what kind, and when trying again makes sense. */
  kind?: ErrorKind
  retry_at?: string | null
}

/** Why a post was left out, as a run keeps it. */
export interface SkipProblem {
  post_id: string
  platform: string
  status: "skipped"
  message: string
  /** Further posts with the same reason that the run does not name. */
  more?: number
}

/** A run that was started: what it left out, and whether work is left. */
export interface StartedRun {
  run_id: string
  worker: string
  outcomes: PostOutcome[]
  claimed: number
}
