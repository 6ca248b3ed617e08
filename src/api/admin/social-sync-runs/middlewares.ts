import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  listSocialSyncRunConfig,
  retrieveSocialSyncRunConfig,
} from "./query-config"
import {
  AdminGetSocialSyncRunParams,
  AdminGetSocialSyncRunsParams,
} from "./validators"

export const socialSyncRunMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-sync-runs",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialSyncRunsParams,
        listSocialSyncRunConfig
      ),
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-sync-runs/:id",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialSyncRunParams,
        retrieveSocialSyncRunConfig
      ),
    ],
  },
]
