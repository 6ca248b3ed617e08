import type {
  FinishedImport,
  ImportRequest,
} from "../../modules/social-posts/types/imports"

export interface ImportSocialPostsInput {
  account_id: string
  trigger: ImportRequest["trigger"]
  /** Walks the whole way; default only until a first walk has ended. */
  full?: boolean
  /** ISO 8601; posts from before are left out. `null` goes as far as the platform does. */
  since?: string | null
  /** At most this many posts; `null` has no bound. */
  limit?: number | null
}

/** Imports that ended, for those who are told. */
export type FinishedImports = FinishedImport[]
