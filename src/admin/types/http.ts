/** What the plugin's admin routes answer (docs/insights.md tells of `insights`). */
import type { SocialApiVersion, SocialConnectionFlow } from "./connecting"

export type * from "./connecting"
export type * from "./record"

export type SocialPostStatus =
  "draft" | "scheduled" | "posted" | "failed" | "unavailable" | "archived"
export type SocialSyncStatus = "success" | "partial" | "failed"
export type SocialAccountStatus =
  "active" | "needs_reconnect" | "paused" | "disconnected"

export interface SocialComment {
  id: string
  platform_comment_id: string
  parent_id: string | null
  author_id: string | null
  author_name: string | null
  text: string | null
  like_count: number | null
  hidden: boolean | null
  commented_at: string | null
  /** Written by the account itself; `null` when the platform does not tell. */
  by_account: boolean | null
  /** When the text was last found changed. */
  edited_at: string | null
  /** When it was found to be gone from the platform. */
  removed_at: string | null
}

export interface SocialCommentThread extends SocialComment {
  /** Everything below this comment, oldest first; at most 100. */
  replies: SocialComment[]
  /** How many there are in all. */
  reply_count: number
  /** Nobody of the account has answered; `null` when the platform does not tell. */
  unanswered: boolean | null
}

/** `insights` of a post; a metric is a number, `null` (see `unavailable`) or absent. */
export interface PostInsights {
  platform?: string
  engagement_rate_basis?: "reach" | "views" | "impressions" | null
  unavailable?: Record<string, string>
  reactions?: Record<string, number>
  breakdowns?: Record<string, Record<string, number>>
  comments_capped?: boolean
  comments_synced_at?: string
  sync_status?: SocialSyncStatus
  sync_errors?: string[]
  last_synced_at?: string
  [key: string]: unknown
}

export interface SocialPostMedia {
  media_url?: string | null
  thumbnail_url?: string | null
  [key: string]: unknown
}

export interface LinkedProduct {
  id: string
  title: string
  handle: string | null
  thumbnail: string | null
  status: string
}

export type SocialAccountSummary = Pick<
  SocialAccount,
  | "id"
  | "platform"
  | "username"
  | "display_name"
  | "avatar_url"
  | "status"
  | "status_reason"
  | "parked_until"
>

export interface SocialPost {
  id: string
  platform: string
  platform_post_id: string | null
  origin: "published" | "imported" | "manual"
  status: SocialPostStatus
  caption: string | null
  media_type: string | null
  media_product_type: string | null
  media: SocialPostMedia | null
  hashtags: string[] | null
  permalink: string | null
  posted_at: string | null
  /** Ties the posts of one publication on several platforms together. */
  group_id: string | null
  /** Names that are mentioned, without `@`. */
  mentions: string[] | null
  /** When the platform takes it away by itself (stories). */
  expires_at: string | null
  insights: PostInsights | null
  sync_status: SocialSyncStatus | null
  sync_errors: string[] | null
  last_synced_at: string | null
  next_sync_at: string | null
  created_at: string
  updated_at: string
  account: SocialAccountSummary
  /** Only in the answer about one post. */
  products?: LinkedProduct[]
}

export interface SocialPostSnapshot {
  id: string
  captured_at: string
  other_metrics: Record<string, number | null> | null
  breakdowns: Record<string, unknown> | null
  definition_version: number
  [metric: string]: unknown
}

export interface SocialAccount {
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  avatar_url: string | null
  account_type: string | null
  status: SocialAccountStatus
  status_reason: string | null
  scopes: string[] | null
  settings: Record<string, unknown> | null
  /** Way it was connected; `null` for a pasted token. */
  connection_flow: string | null
  token_expires_at: string | null
  /** When a person has to connect it again; `null` when it lasts by itself. */
  reconnect_by: string | null
  /** Since when the token cannot be renewed. */
  renewal_failed_at: string | null
  /** Needs reconnecting, or will within seven days. */
  needs_attention: boolean
  sync_numbers: boolean
  sync_comments: boolean
  /** Cron expression; `null` follows the age of each post. */
  sync_schedule: string | null
  parked_until: string | null
  last_synced_at: string | null
  next_sync_at: string | null
  followers_count: number | null
  /** All posts from then on are here; `null` before the first import ended. */
  imported_since: string | null
  last_imported_at: string | null
  /** When new posts are looked for again; `null` when never by itself. */
  next_import_at: string | null
  last_insights_at: string | null
  next_insights_at: string | null
  /** Why the account's own numbers could not be read. */
  insights_error: string | null
  posts_count: number
  problems_count: number
  created_at: string
  updated_at: string
}

export interface SocialPlatformScope {
  name: string
  reason: string
  needed_for: "connection" | "numbers" | "comments"
  /** Only for this value of the setting that decides the scopes. */
  only_for?: string
}

export interface SocialPlatformSetting {
  name: string
  label: string
  help: string
  options: { value: string; label: string }[]
  default?: string
  decides_scopes?: boolean
}

export interface SocialPlatform {
  id: string
  label: string
  aliases: string[]
  scopes: SocialPlatformScope[]
  token_help: string
  /** Where the app for the consent page is made, and how. */
  app_setup: { portal_url: string; guide: string } | null
  /** `null` when the platform says nothing. */
  external_id_help: string | null
  post_id_help: string | null
  settings: SocialPlatformSetting[]
  /** Ways through a consent page; empty for pasted tokens only. */
  connection_flows: SocialConnectionFlow[]
  api_version: SocialApiVersion | null
  /** What the platform has; older servers do not say. */
  abilities?: {
    comments: boolean
    list_posts: boolean
    account_insights: boolean
    stories?: boolean
    webhooks?: boolean
  }
}

export interface SocialSyncProblem {
  /** Without it, it says why the run as a whole ended early. */
  post_id?: string
  platform: string
  status: "partial" | "failed" | "skipped"
  message: string
  /** Further skipped posts with the same reason that are not named. */
  more?: number
}

export interface SocialSyncRun {
  id: string
  trigger:
    | "manual"
    | "bulk"
    | "daily"
    | "due"
    | "published"
    | "command"
    | "import"
    | "webhook"
  scope: {
    post_ids?: string[]
    platform?: string
    account_id?: string
    limit?: number
    /** Only posts whose time has come. */
    due?: boolean
    /** Only posts younger than this. */
    max_age_days?: number
    force?: boolean
  }
  status: "running" | "success" | "partial" | "failed"
  total: number
  success: number
  partial: number
  failed: number
  skipped: number
  calls: Record<string, number>
  /** The first ones; `more_problems` counts those that are not kept. */
  problems: SocialSyncProblem[]
  more_problems?: number
  started_at: string
  finished_at: string | null
}

export interface SyncPostAnswer {
  message: string
  insights: PostInsights
  skipped?: "fresh"
}

export interface SyncAllAnswer {
  message: string
  success: number
  failed: number
  skipped: number
  total: number
  results: {
    postId: string
    status: "success" | "partial" | "failed" | "skipped"
    error?: string
  }[]
  run_id: string | null
}

export interface Page {
  count: number
  offset: number
  limit: number
}
