import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { AdminSocialExportParams } from "./validators"

export const socialExportMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-exports/:kind",
    middlewares: [validateAndTransformQuery(AdminSocialExportParams, {})],
  },
]
