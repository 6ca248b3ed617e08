import { MedusaError } from "@medusajs/framework/utils"
import { validate } from "node-cron"

/** Every day at 02:00, server time. */
export const DEFAULT_SYNC_CRON = "0 2 * * *"

/** Six fields would be seconds, which Medusa's schedules do not have. */
export const isCronExpression = (text: string): boolean =>
  validate(text) && text.trim().split(/\s+/).length === 5

/**
 * The daily job's schedule.
 * @throws MedusaError when the expression is not a cron expression
 */
export function resolveSyncCron(expression: string | undefined): string {
  const cron = expression?.trim() || DEFAULT_SYNC_CRON
  if (!isCronExpression(cron)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `SOCIAL_SYNC_CRON "${cron}" is not a cron expression. Give five fields (minute hour day month weekday), for example "${DEFAULT_SYNC_CRON}" for every day at 02:00.`
    )
  }
  return cron
}
