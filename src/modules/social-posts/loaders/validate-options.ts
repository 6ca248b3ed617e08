import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CLOCK, SOCIAL_OPTIONS, socialOptionsSchema } from "../types/options"
import { parseEncryptionKey } from "../utils/encryption-key"
import { resolveSyncCron } from "../utils/sync-cron"

/** Stops the boot with one clear sentence when an option is wrong. */
const validateOptions = async ({ container, options }: LoaderOptions) => {
  parseEncryptionKey(options?.encryption_key as string | undefined)
  const result = socialOptionsSchema.safeParse(options)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Social insights cannot start: option "${issue?.path.join(".")}" is wrong (${issue?.message}).`
    )
  }
  for (const key of result.data.previous_encryption_keys ?? []) {
    parseEncryptionKey(key, "previous_encryption_keys")
  }
  resolveSyncCron(result.data.sync_cron)
  container.register(SOCIAL_OPTIONS, asValue(result.data))
  container.register(CLOCK, asValue(result.data.clock))
}

export default validateOptions
