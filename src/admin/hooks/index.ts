/** Hooks for widgets and pages of others: `medusa-plugin-social-insights/hooks`. */
export {
  type SyncAllInput,
  type SyncPostInput,
  useStartBulkSync,
  useSyncAllPostInsights,
  useSyncPostInsights,
} from "./api/post-insights"
export {
  useSocialComments,
  useSocialPost,
  useSocialPosts,
  useSocialPostTimeline,
} from "./api/social-posts"
export { useSocialAccount, useSocialAccounts } from "./api/social-accounts"
export { useSocialSyncRun, useSocialSyncRuns } from "./api/social-sync-runs"
export type * from "../types/http"
