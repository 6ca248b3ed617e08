import { resolveSchedule } from "../../modules/social-posts/utils/sync-schedule"
import { text } from "./validators"

/**
 * A schedule as a preset's name, `automatic`, or a cron expression; it comes
 * out as cron, or `null` for the age of each post.
 */
export const schedule = (field: string) =>
  text
    .max(100, `${field} must have at most 100 characters`)
    .nullable()
    .transform((given) => resolveSchedule(given, field))
