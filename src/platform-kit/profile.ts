import type { EngagementRateBasis } from "./engagement"
import type { MetricRedefinition, MetricTables } from "./metrics"

/** A permission, and what a merchant gets for granting it. */
export interface PlatformScope {
  name: string
  /** One sentence: why it is asked for. */
  reason: string
  needed_for: "connection" | "numbers" | "comments"
  /**
   * Only for this login family or account kind; for all when absent. The value
   * of the setting with `decides_scopes`.
   */
  only_for?: string
}

/** What a merchant chooses when connecting an account: one of a few options. */
export interface PlatformSettingField {
  /** Key of the account's `settings`. */
  name: string
  label: string
  /** One or two sentences: what it decides. */
  help: string
  options: readonly { value: string; label: string }[]
  /** What holds when nothing is chosen; a choice is needed when absent. */
  default?: string
  /** The options are what `only_for` of the scopes names. */
  decides_scopes?: boolean
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
  /** When the platform began to count a metric in another way; oldest first. */
  definitions?: readonly MetricRedefinition[]
  /** Largest number of posts in one call. */
  batch_sizes: {
    insights: number
    comments: number
    /** Posts of different product types take a call for each type. */
    by_product?: boolean
  }
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
    /** Posts that end by themselves after a day, listed apart. */
    stories?: boolean
    webhooks?: boolean
  }
  /**
   * How many closed days back the platform tells an account's daily numbers.
   * One when absent.
   */
  account_history_days?: number
  /** Where a merchant finds a token to paste; one sentence. */
  token_help: string
  /** Where the app is made that the consent page belongs to, and how. */
  app_setup?: {
    /** The platform's own page for developers. */
    portal_url: string
    /** The page about it in the provider's package. */
    guide: string
  }
  /** What the account's id looks like, with an example, and where it is found. */
  external_id_help?: string
  /** What a post's id looks like, with an example, and whether an address will do. */
  post_id_help?: string
  /**
   * Persons have another id in each app, so that an account that is connected
   * again is also recognised by its name. Absent where ids stay.
   */
  app_scoped_ids?: boolean
  /**
   * The platform on which the same publication may appear too, and the setting
   * of an account that names the other platform's account it is linked to.
   */
  cross_posts?: { platform: string; linked_by: string }
  /**
   * What a merchant chooses when connecting; `validateSettings` takes the same.
   * None when absent.
   */
  settings?: readonly PlatformSettingField[]
}
