import { z } from "@medusajs/framework/zod"
import { schedule } from "../../utils/schedule"

export const AdminGetSocialSyncSchedulesParams = z.strictObject({
  schedule: schedule("schedule"),
})
export type AdminGetSocialSyncSchedulesParamsType = z.infer<
  typeof AdminGetSocialSyncSchedulesParams
>
