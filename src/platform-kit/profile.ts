import type { EngagementRateBasis } from "./engagement"
import type { MetricTables } from "./metrics"

/** A permission, and what a merchant gets for granting it. */
export interface PlatformScope {
  name: string
  /** One sentence: why it is asked for. */
  reason: string
  needed_for: "connection" | "numbers" | "comments"
  /** Only for this login family or account kind; for all when absent. */
  only_for?: string
}

/** How long what kind of data may be kept (`docs/platforms.md`). */
export interface RetentionRule {
  data: "comments" | "comment_authors" | "posts" | "numbers"
  /** In hours; `0` is "remove as soon as the platform does". */
  keep_hours: number
}

/** Everything about a platform that is data, not behaviour. */
export interface PlatformProfile {
  /** `instagram`, `facebook`, `twitter`, `linkedin`, … */
  identifier: string
  /** As shown: "Instagram", "X". */
  label: string
  /** Other names callers may use, e.g. `x` for `twitter`. */
  aliases: readonly string[]
  /** Key of `insights` that keeps the platform's own names. */
  insights_block: string
  /** Keys of `insights` under which publishers leave the platform's post id. */
  stored_id_keys: readonly string[]
  /** By login family or account kind where they differ; else one `default`. */
  metric_tables: Readonly<Record<string, MetricTables>>
  /** Largest number of posts in one call. */
  batch_sizes: { insights: number; comments: number }
  /** Calls at once for one account. */
  parallel_calls: number
  engagement_rate_basis: readonly EngagementRateBasis[]
  scopes: readonly PlatformScope[]
  retention: readonly RetentionRule[]
  abilities: {
    comments: boolean
    list_posts: boolean
    account_insights: boolean
    oauth: boolean
  }
  /** Where a merchant finds a token to paste; one sentence. */
  token_help: string
}
