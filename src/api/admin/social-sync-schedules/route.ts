import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  nextRuns,
  scheduleTimeZone,
} from "../../../modules/social-posts/utils/sync-schedule"
import type { AdminGetSocialSyncSchedulesParamsType } from "./validators"

const SHOWN = 3

/**
 * When an account with this schedule would be read: its cron expression and the
 * next three runs. `automatic` has none: posts are read by their age.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<AdminGetSocialSyncSchedulesParamsType>,
  res: MedusaResponse
) => {
  const cron = req.validatedBody.schedule
  res.json({
    schedule: {
      cron,
      next_runs: nextRuns(cron, SHOWN),
      time_zone: scheduleTimeZone(),
    },
  })
}
