/** Who asked for an import. */
export type ImportTrigger = "manual" | "connect" | "scheduled" | "command"

/**
 * How far an import goes: `full` walks back, `new` ends at what is known,
 * `stories` lists those that are alive.
 */
export type ImportKind = "full" | "new" | "stories"

export interface ImportRequest {
  trigger: ImportTrigger
  /** Default: `full` until a first walk has ended, then `new`. */
  kind?: ImportKind
  /** Posts from before this are left out; `null` goes as far as the platform does. Default: option `import_days`. */
  since?: Date | null
  /** At most this many posts; `null` has no bound. Default: option `import_limit`. */
  limit?: number | null
}

/** An import that was started, for `work`. */
export interface StartedImport {
  id: string
  worker: string
}

export interface ImportProblem {
  message: string
  /** Stable, for programs. */
  code?: string
  platform_post_id?: string
  /** After so many pages. */
  page?: number
}

/** A walk as its row has it, its place included. */
export interface ImportRow {
  id: string
  account_id: string
  platform: string
  trigger: ImportTrigger
  kind: ImportKind
  status: "running" | "success" | "partial" | "failed"
  since: Date | null
  limit: number | null
  cursor: string | null
  pages: number
  found: number
  created: number
  updated: number
  missing: number
  oldest_posted_at: Date | null
  calls: number
  problems: ImportProblem[]
  started_at: Date
  finished_at: Date | null
  resume_at: Date | null
  /** The account's: all posts from then on are here. */
  imported_since: Date | null
}

/** An import that has ended. */
export type FinishedImport = Pick<
  ImportRow,
  | "id"
  | "account_id"
  | "platform"
  | "trigger"
  | "kind"
  | "status"
  | "found"
  | "created"
  | "updated"
  | "missing"
  | "problems"
>
