import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { validateSyncParameters } from "../../utils/sync-parameters"
import {
  AdminPruneSocialRecord,
  AdminUpdateSocialRetention,
} from "./validators"

export const socialRetentionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/social-retention",
    middlewares: [validateAndTransformBody(AdminUpdateSocialRetention)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-retention/prune",
    middlewares: [validateSyncParameters(AdminPruneSocialRecord)],
  },
]
