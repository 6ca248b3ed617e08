import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveSocialAccountConfig } from "../query-config"
import { AdminGetSocialAccountParams } from "../validators"
import {
  AdminAuthorizeSocialAccount,
  AdminChooseSocialAccounts,
  AdminSocialAccountCallback,
} from "./validators"

export const socialConnectionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/authorize",
    middlewares: [validateAndTransformBody(AdminAuthorizeSocialAccount)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/callback",
    middlewares: [validateAndTransformBody(AdminSocialAccountCallback)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-accounts/connections/:id",
    middlewares: [
      validateAndTransformBody(AdminChooseSocialAccounts),
      validateAndTransformQuery(
        AdminGetSocialAccountParams,
        retrieveSocialAccountConfig
      ),
    ],
  },
]
