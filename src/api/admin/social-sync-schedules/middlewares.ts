import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateSyncParameters } from "../../utils/sync-parameters"
import { AdminGetSocialSyncSchedulesParams } from "./validators"

export const socialSyncScheduleMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-sync-schedules",
    middlewares: [validateSyncParameters(AdminGetSocialSyncSchedulesParams)],
  },
]
