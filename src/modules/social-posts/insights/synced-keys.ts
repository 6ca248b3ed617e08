import { METRICS, type PlatformProfile } from "../../../platform-kit"

/** Keys of `insights` that syncs write; others were put there by publishers. */
export function syncedKeys(profile: PlatformProfile): string[] {
  return [
    ...METRICS,
    "engagement",
    "engagement_rate",
    "engagement_rate_basis",
    "unavailable",
    "reactions",
    "breakdowns",
    "platform",
    "platform_post_id",
    "permalink",
    "media_type",
    "media_product_type",
    "last_synced_at",
    "sync_status",
    "sync_errors",
    "comments_data",
    "comments_new",
    "comments_capped",
    "comments_synced_at",
    profile.insights_block,
  ]
}
