import { defineMiddlewares } from "@medusajs/framework/http"
import { productSocialPostMiddlewares } from "./admin/products/middlewares"
import { socialAccountMiddlewares } from "./admin/social-accounts/middlewares"
import { socialPostMiddlewares } from "./admin/social-posts/middlewares"
import { socialSyncRunMiddlewares } from "./admin/social-sync-runs/middlewares"

export default defineMiddlewares({
  routes: [
    ...productSocialPostMiddlewares,
    ...socialAccountMiddlewares,
    ...socialPostMiddlewares,
    ...socialSyncRunMiddlewares,
  ],
})
