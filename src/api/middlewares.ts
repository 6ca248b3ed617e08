import { defineMiddlewares } from "@medusajs/framework/http"
import { productSocialPostMiddlewares } from "./admin/products/middlewares"
import { socialConnectionMiddlewares } from "./admin/social-accounts/connections/middlewares"
import { socialAccountMiddlewares } from "./admin/social-accounts/middlewares"
import { socialPostMiddlewares } from "./admin/social-posts/middlewares"
import { socialSyncRunMiddlewares } from "./admin/social-sync-runs/middlewares"
import { socialSyncScheduleMiddlewares } from "./admin/social-sync-schedules/middlewares"

export default defineMiddlewares({
  routes: [
    ...productSocialPostMiddlewares,
    ...socialConnectionMiddlewares,
    ...socialAccountMiddlewares,
    ...socialPostMiddlewares,
    ...socialSyncRunMiddlewares,
    ...socialSyncScheduleMiddlewares,
  ],
})
