import { z } from "@medusajs/framework/zod"
import {
  createFindParams,
  createSelectParams,
} from "@medusajs/medusa/api/utils/validators"

const oneOrMany = z.union([z.string(), z.array(z.string())])

export const AdminGetSocialSyncRunParams = createSelectParams()

export const AdminGetSocialSyncRunsParams = z.strictObject({
  ...createFindParams({ limit: 20, offset: 0, order: "-started_at" }).shape,
  status: oneOrMany.optional(),
  trigger: oneOrMany.optional(),
})
