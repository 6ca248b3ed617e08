import { defineMiddlewares } from "@medusajs/framework/http"
import { socialHookMiddlewares } from "./hooks/social/middlewares"
import { productSocialPostMiddlewares } from "./admin/products/middlewares"
import { socialConnectionMiddlewares } from "./admin/social-accounts/connections/middlewares"
import { socialAccountMiddlewares } from "./admin/social-accounts/middlewares"
import { socialCommentMiddlewares } from "./admin/social-comments/middlewares"
import { socialExportMiddlewares } from "./admin/social-exports/middlewares"
import { socialImportMiddlewares } from "./admin/social-imports/middlewares"
import { socialPostMiddlewares } from "./admin/social-posts/middlewares"
import { socialRetentionMiddlewares } from "./admin/social-retention/middlewares"
import { socialSyncRunMiddlewares } from "./admin/social-sync-runs/middlewares"
import { socialSyncScheduleMiddlewares } from "./admin/social-sync-schedules/middlewares"

export default defineMiddlewares({
  routes: [
    ...socialHookMiddlewares,
    ...productSocialPostMiddlewares,
    ...socialConnectionMiddlewares,
    ...socialAccountMiddlewares,
    ...socialCommentMiddlewares,
    ...socialExportMiddlewares,
    ...socialRetentionMiddlewares,
    ...socialImportMiddlewares,
    ...socialPostMiddlewares,
    ...socialSyncRunMiddlewares,
    ...socialSyncScheduleMiddlewares,
  ],
})
