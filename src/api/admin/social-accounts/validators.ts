import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { addDays, dayOf } from "../../../platform-kit"
import { schedule } from "../../utils/schedule"
import { flag } from "../../utils/sync-parameters"
import { listParams, oneOrMany, text, time } from "../../utils/validators"

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

/** Longest span of a timeline: three years of days. */
const LONGEST_SPAN_DAYS = 1100

/** Before all platforms. */
const EARLIEST_DAY = "2000-01-01"

/** A day (UTC), also given as a time in it. */
const day = (field: string) =>
  text
    .transform((given) =>
      /^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given
    )
    .pipe(time(field))
    .transform((at) => at.slice(0, 10))
    // Spans before the year 1 cannot be written as days.
    .refine((at) => at >= EARLIEST_DAY, {
      error: `${field} must be ${EARLIEST_DAY} or later`,
    })

export const AdminGetSocialAccountTimelineParams = z
  .strictObject({
    /** Default: 30 days that end with `to`. */
    from: day("from").optional(),
    /** Default: today. */
    to: day("to").optional(),
    /** The span of the same length before. */
    compare: z
      .literal("previous", { error: 'compare must be "previous"' })
      .optional(),
  })
  .superRefine(({ from, to }, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: "custom", path: ["to"], message })
    if (from && to && from > to) {
      refuse("to must not be before from")
    }
    if (from && addDays(from, LONGEST_SPAN_DAYS) <= (to ?? dayOf(Date.now()))) {
      refuse(`from and to must be at most ${LONGEST_SPAN_DAYS} days apart`)
    }
  })
export type AdminGetSocialAccountTimelineParamsType = z.infer<
  typeof AdminGetSocialAccountTimelineParams
>
