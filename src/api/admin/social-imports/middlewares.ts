import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  listSocialImportConfig,
  retrieveSocialImportConfig,
} from "./query-config"
import {
  AdminGetSocialImportParams,
  AdminGetSocialImportsParams,
  AdminImportSocialAccount,
} from "./validators"

export const socialImportMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/:id/import",
    middlewares: [validateAndTransformBody(AdminImportSocialAccount)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-accounts/:id/imports",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialImportsParams,
        listSocialImportConfig
      ),
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-imports/:id",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialImportParams,
        retrieveSocialImportConfig
      ),
    ],
  },
]
