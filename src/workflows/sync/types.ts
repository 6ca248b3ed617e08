import type {
  PostOutcome,
  SyncScope,
  SyncTrigger,
} from "../../modules/social-posts/types/sync"

export interface SyncSocialPostsInput {
  trigger: SyncTrigger
  scope: SyncScope
}

/** A run that was started, or none when there was nothing to read. */
export interface StartedSocialSync {
  run_id: string | null
  worker: string
  /** Posts that were left out, and why. */
  outcomes: PostOutcome[]
}

export interface FinishedSocialSync {
  run_id: string | null
  outcomes: PostOutcome[]
}
