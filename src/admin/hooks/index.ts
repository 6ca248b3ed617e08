/** Hooks for widgets and pages of others: `medusa-plugin-social-insights/hooks`. */
export {
  type SyncAllInput,
  type SyncPostInput,
  useStartBulkSync,
  useSyncAllPostInsights,
  useSyncPostInsights,
} from "./api/post-insights"
export {
  type CommentFilters,
  type CommentOrder,
  useSocialComments,
  useSocialInbox,
} from "./api/social-comments"
export {
  type ImportSocialAccountBody,
  useImportSocialAccount,
  useSocialAccountImports,
} from "./api/social-imports"
export {
  useSocialAccountAudience,
  useSocialAccountTimeline,
} from "./api/social-account-record"
export {
  useSocialPost,
  useSocialPostPeriod,
  useSocialPosts,
  useSocialPostTimeline,
} from "./api/social-posts"
export {
  type UpdateSocialAccountBody,
  useSocialAccount,
  useSocialAccounts,
  useUpdateSocialAccount,
} from "./api/social-accounts"
export {
  useCheckSocialAccount,
  useRefreshSocialAccountToken,
} from "./api/social-account-health"
export {
  type AuthorizeSocialAccountBody,
  useAuthorizeSocialAccount,
  useChooseSocialAccounts,
  useSocialConnection,
} from "./api/social-connections"
export { useSocialPlatforms } from "./api/social-platforms"
export {
  usePruneSocialData,
  useSocialRetention,
  useUpdateSocialRetention,
} from "./api/social-retention"
export { useSocialSyncRun, useSocialSyncRuns } from "./api/social-sync-runs"
export type * from "../types/http"
