import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateSyncParameters } from "../../utils/sync-parameters"
import {
  listSocialAccountConfig,
  retrieveSocialAccountConfig,
} from "./query-config"
import {
  AdminCreateSocialAccount,
  AdminDeleteSocialAccountParams,
  AdminGetSocialAccountParams,
  AdminGetSocialAccountsParams,
  AdminGetSocialAccountTimelineParams,
  AdminSyncSocialAccount,
  AdminUpdateSocialAccount,
} from "./validators"

const retrieve = validateAndTransformQuery(
  AdminGetSocialAccountParams,
  retrieveSocialAccountConfig
)

export const socialAccountMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-accounts",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialAccountsParams,
        listSocialAccountConfig
      ),
    ],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts",
    middlewares: [validateAndTransformBody(AdminCreateSocialAccount), retrieve],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-accounts/:id",
    middlewares: [retrieve],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/:id",
    middlewares: [validateAndTransformBody(AdminUpdateSocialAccount), retrieve],
  },
  {
    methods: ["DELETE"],
    matcher: "/admin/social-accounts/:id",
    middlewares: [validateSyncParameters(AdminDeleteSocialAccountParams)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/:id/refresh-token",
    middlewares: [retrieve],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-accounts/:id/timeline",
    middlewares: [validateSyncParameters(AdminGetSocialAccountTimelineParams)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/:id/sync",
    middlewares: [validateSyncParameters(AdminSyncSocialAccount)],
  },
]
