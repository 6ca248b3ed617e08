/** What the routes of the whole record answer: imports, history, inbox, retention. */
import type { Page, SocialComment, SocialPost } from "./http"

export interface SocialImportProblem {
  message: string
  platform_post_id?: string
}

/** One walk through an account's list of posts. */
export interface SocialImport {
  id: string
  account_id: string
  platform: string
  trigger: "manual" | "connect" | "scheduled" | "command"
  /** `full` walks back; `new` ends at what is known; `stories` lists those alive. */
  kind: "full" | "new" | "stories"
  status: "running" | "success" | "partial" | "failed"
  since: string | null
  limit: number | null
  pages: number
  found: number
  created: number
  updated: number
  /** Posts that are no longer in the part of the list that was read. */
  missing: number
  oldest_posted_at: string | null
  calls: number
  problems: SocialImportProblem[]
  started_at: string
  finished_at: string | null
  /** A limit of the platform lets it go on only then. */
  resume_at: string | null
  progress: {
    posts: number
    oldest_posted_at: string | null
    since: string | null
  }
}

/** Numbers by metric; `null` is not known, and never 0. */
export type Figures = Record<string, number | null>

/** The span of the same length before; `null` when none was asked for. */
export interface PreviousPeriod {
  from: string
  to: string
  gains: Figures
}

export interface PostSeriesPoint {
  at: string
  definition_version: number
  values: Figures
}

/** Where a platform began to count a metric in another way. */
export interface DefinitionBreak {
  at: string
  metric: string
  from_version: number
  to_version: number
}

/** What of a post's timeline is about a span of time. */
export interface PostPeriod {
  /** Oldest first. */
  series: PostSeriesPoint[]
  /** What the span added; `null` without a reading to start from. */
  gains: Figures
  breaks: DefinitionBreak[]
  /** The day that brought most. */
  peak: Record<string, { day: string; gain: number } | null>
  previous: PreviousPeriod | null
}

export interface SocialAccountDay {
  /** `YYYY-MM-DD`, as the platform cuts days. */
  day: string
  period_end: string | null
  captured_at: string | null
  metrics: Figures
  unavailable: Record<string, string>
}

export interface SocialAccountTimeline {
  /** Oldest first, one per calendar day of the span. */
  days: SocialAccountDay[]
  latest: Record<string, { value: number; day: string } | null>
  /** Sums of what days brought; how totals changed; `null` for people. */
  gains: Figures
  peak: Record<string, { day: string; value: number } | null>
  previous: PreviousPeriod | null
}

/** Who follows an account, of those the platform knows. */
export interface SocialAccountAudience {
  day: string
  /** e.g. `{ country: { DE: 120 }, age: { "18-24": 40 } }`. */
  demographics: Record<string, Record<string, number>>
  /** Followers online by hour of the day, `0` to `23`. */
  online_hours: Record<string, number> | null
  /** Why a part is missing: `demographics`, `online_hours` or a dimension. */
  unavailable: Record<string, string>
}

/** A thread of the inbox, with the post it stands below. */
export interface SocialInboxComment extends SocialComment {
  unanswered: boolean | null
  reply_count?: number
  post: Pick<SocialPost, "id" | "caption" | "platform" | "permalink">
}

export type SocialInboxAnswer = Page & { comments: SocialInboxComment[] }

export type SocialExportKind =
  "posts" | "comments" | "timelines" | "account-days"
export type SocialExportFormat = "csv" | "json"

/** One rule: how long something of a platform may be kept. */
export interface SocialRetentionRule {
  platform: string
  data: "comments" | "comment_authors" | "posts" | "numbers"
  /** 0: as long as the platform has the post. */
  keep_hours: number
  /** Who demands it: the platform's terms, or this store. */
  from: "platform" | "store"
  /** The server's own sentence, in English. */
  sentence: string
}

/** How many days the store itself keeps what; `null` sets no end. */
export interface SocialRetentionSettings {
  comments_days: number | null
  /** Every reading of a post. */
  posts_all_days: number
  /** Then one a day, until this age; after that one a week. */
  posts_daily_days: number
  /** The logs of syncs, imports and retention. */
  runs_days: number | null
}

export interface SocialRetentionRun {
  id: string
  trigger: "scheduled" | "manual" | "command"
  dry_run: boolean
  /** What was removed, or would be: `{ linkedin: { comments: 12 } }`. */
  removed: Record<string, Record<string, number>>
  started_at: string
  finished_at: string | null
  error: string | null
}

export interface SocialRetention {
  rules: SocialRetentionRule[]
  settings: SocialRetentionSettings
  /** The last ones, the newest first. */
  runs: SocialRetentionRun[]
}
