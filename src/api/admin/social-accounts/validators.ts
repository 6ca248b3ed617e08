import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { schedule } from "../../utils/schedule"
import { flag } from "../../utils/sync-parameters"
import { listParams, oneOrMany, text } from "../../utils/validators"

export const AdminGetSocialAccountParams = createSelectParams()

export const AdminGetSocialAccountsParams = z.strictObject({
  ...listParams({
    limit: 50,
    orders: [
      "created_at",
      "updated_at",
      "platform",
      "username",
      "display_name",
      "status",
      "last_synced_at",
    ],
  }),
  q: text.optional(),
  platform: oneOrMany.optional(),
  status: oneOrMany.optional(),
  /** Those that a person has to connect again, now or within seven days. */
  needs_attention: flag.optional(),
})

/** Tokens come by copy and paste, with blanks and line ends around them. */
const token = text.trim().min(1).max(4096)

export const AdminCreateSocialAccount = z.strictObject({
  platform: text.trim().min(1),
  external_id: text.trim().min(1).max(255),
  access_token: token,
  username: text.trim().min(1).max(255).optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
})
export type AdminCreateSocialAccountType = z.infer<
  typeof AdminCreateSocialAccount
>

export const AdminUpdateSocialAccount = z
  .strictObject({
    status: z.enum(["active", "paused"]).optional(),
    username: text.trim().min(1).max(255).optional(),
    access_token: token.optional(),
    sync_numbers: z.boolean().optional(),
    sync_comments: z.boolean().optional(),
    sync_schedule: schedule("sync_schedule").optional(),
  })
  .refine((body) => Object.keys(body).length > 0, {
    error:
      "Give at least one of status, username, access_token, sync_numbers, sync_comments, sync_schedule",
  })
export type AdminUpdateSocialAccountType = z.infer<
  typeof AdminUpdateSocialAccount
>

export const AdminDeleteSocialAccountParams = z.strictObject({
  /** Posts, history and comments go too. */
  delete_data: flag.optional(),
})

export const AdminSyncSocialAccount = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  force: flag.optional(),
  background: flag.optional(),
})
export type AdminSyncSocialAccountType = z.infer<typeof AdminSyncSocialAccount>
