import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { listParams, oneOrMany, time } from "../../utils/validators"

export const AdminGetSocialImportParams = createSelectParams()

export const AdminGetSocialImportsParams = z.strictObject({
  ...listParams({
    limit: 20,
    orders: ["started_at", "finished_at", "found"],
    order: "-started_at",
  }),
  kind: oneOrMany.optional(),
  status: oneOrMany.optional(),
  trigger: oneOrMany.optional(),
})

/** Most posts of one import that has a limit. */
const LARGEST_IMPORT = 1000000
const LIMIT = `limit must be a whole number from 1 to ${LARGEST_IMPORT}, or null for no bound`

export const AdminImportSocialAccount = z.strictObject({
  /** Posts from before this are left out; `null` goes as far as the platform does. */
  since: time("since").nullish(),
  limit: z
    .number({ error: LIMIT })
    .int(LIMIT)
    .min(1, LIMIT)
    .max(LARGEST_IMPORT, LIMIT)
    .nullish(),
  /** Walks the whole way again, not only up to what is known. */
  full: z.boolean({ error: "full must be true or false" }).optional(),
})
export type AdminImportSocialAccountType = z.infer<
  typeof AdminImportSocialAccount
>
