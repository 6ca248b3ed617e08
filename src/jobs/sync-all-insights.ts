import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveSyncCron } from "../modules/social-posts/utils/sync-cron"
import { syncSocialPostsInBackgroundWorkflow } from "../workflows/sync/workflows/sync-social-posts-in-background"

/** Older posts hardly change; they are read on demand. */
const MAX_AGE_DAYS = 90

/**
 * Reads all posts of the last 90 days, once a day, except those of accounts
 * with a schedule of their own. Two processes may run it at the same time: rows
 * are claimed, so each post is read once.
 */
const syncAllInsights = async (container: MedusaContainer) => {
  await syncSocialPostsInBackgroundWorkflow(container).run({
    input: {
      trigger: "daily",
      scope: { max_age_days: MAX_AGE_DAYS, without_schedule: true },
    },
  })
}

export default syncAllInsights

export const config = {
  name: "sync-all-social-insights",
  // Job schedules are fixed at import time and cannot see plugin options.
  schedule: resolveSyncCron(process.env.SOCIAL_SYNC_CRON),
}
