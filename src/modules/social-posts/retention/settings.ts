import { MedusaError } from "@medusajs/framework/utils"
import type { ResolvedSocialOptions } from "../types/options"

/** How long a store keeps what; it can only be stricter than its platforms. */
export interface RetentionSettings {
  /** Comments of all platforms, in days; `null` leaves it to the platforms. */
  comments_days: number | null
  /** Every reading of a post is kept for so many days. */
  posts_all_days: number
  /** Then the last one of each day until this age; after that, of each week. */
  posts_daily_days: number
  /** Entries of the logs (syncs, imports, retention); `null` keeps them all. */
  runs_days: number | null
}

/** Name of the settings in `social_setting`. */
export const RETENTION_SETTING = "retention"

/** What holds until a merchant sets something else. */
export const defaultSettings = ({
  history_all_days,
  history_daily_days,
}: Pick<
  ResolvedSocialOptions,
  "history_all_days" | "history_daily_days"
>): RetentionSettings => ({
  comments_days: null,
  posts_all_days: history_all_days,
  posts_daily_days: history_daily_days,
  runs_days: null,
})

/** @throws MedusaError 400 naming the settings that do not fit together */
export function checkSettings(settings: RetentionSettings): RetentionSettings {
  if (settings.posts_daily_days < settings.posts_all_days) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `posts_daily_days (${settings.posts_daily_days}) must be at least posts_all_days (${settings.posts_all_days}).`
    )
  }
  return settings
}
