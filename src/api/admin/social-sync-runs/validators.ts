import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { listParams, oneOrMany, time } from "../../utils/validators"

export const AdminGetSocialSyncRunParams = createSelectParams()

export const AdminGetSocialSyncRunsParams = z.strictObject({
  ...listParams({
    limit: 20,
    orders: ["started_at", "finished_at", "total", "failed"],
    order: "-started_at",
  }),
  status: oneOrMany.optional(),
  trigger: oneOrMany.optional(),
  /** Runs over this account; runs over everything are over none. */
  account_id: oneOrMany.optional(),
  /** Runs over this platform as a whole. */
  platform: oneOrMany.optional(),
  started_after: time("started_after").optional(),
  started_before: time("started_before").optional(),
})
export type AdminGetSocialSyncRunsParamsType = z.infer<
  typeof AdminGetSocialSyncRunsParams
>
