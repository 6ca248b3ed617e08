import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { listParams, oneOrMany } from "../../utils/validators"

export const AdminGetSocialSyncRunParams = createSelectParams()

export const AdminGetSocialSyncRunsParams = z.strictObject({
  ...listParams({
    limit: 20,
    orders: ["started_at", "finished_at", "total", "failed"],
    order: "-started_at",
  }),
  status: oneOrMany.optional(),
  trigger: oneOrMany.optional(),
})
