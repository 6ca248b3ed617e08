import { z } from "@medusajs/framework/zod"
import { flag } from "../../utils/sync-parameters"

/** Ten years: nothing is meant to be kept longer. */
const MOST_DAYS = 3650

const days = (field: string) => {
  const error = `${field} must be a whole number of days from 1 to ${MOST_DAYS}`
  return z.number({ error }).int(error).min(1, error).max(MOST_DAYS, error)
}

export const AdminUpdateSocialRetention = z
  .strictObject({
    comments_days: days("comments_days").nullable(),
    posts_all_days: days("posts_all_days"),
    posts_daily_days: days("posts_daily_days"),
    runs_days: days("runs_days").nullable(),
  })
  .partial()
  .refine((body) => Object.keys(body).length > 0, {
    error: "Give at least one setting to change",
  })
export type AdminUpdateSocialRetentionType = z.infer<
  typeof AdminUpdateSocialRetention
>

export const AdminPruneSocialRecord = z.strictObject({
  dry_run: flag.default(false),
})
export type AdminPruneSocialRecordType = z.infer<typeof AdminPruneSocialRecord>
