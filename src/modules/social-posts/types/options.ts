import { z } from "@medusajs/framework/zod"

/** Options of the module, given in `medusa-config`. */
export const socialOptionsSchema = z.object({
  /** 32 random bytes, base64: `openssl rand -base64 32`. */
  encryption_key: z.string(),
  /** Keys that still open older tokens while they are being replaced. */
  previous_encryption_keys: z.array(z.string()).optional(),
  /** Cron of the daily job; here only to be checked at boot. */
  sync_cron: z.string().optional(),
  /** A post read within this time is fresh and skipped. Default 60. */
  freshness_minutes: z.number().nonnegative().default(60),
  /** Accounts that are read at the same time. Default 5. */
  parallel_accounts: z.number().int().min(1).max(50).default(5),
  /** A process that is silent this long has lost its run, or its turn to renew a token. Default 60. */
  lease_seconds: z.number().int().min(1).max(3600).default(60),
  /** Comments fetched per post and sync; more are left for the next. Default 500. */
  comments_per_sync: z.number().int().min(0).max(10000).default(500),
  /** Longest pause before a call when a limit is nearly used up. Default 5000. */
  max_pacing_ms: z.number().int().nonnegative().default(5000),
  /** Tells the time; for tests and simulations. Default: the system clock. */
  clock: z
    .custom<() => Date>((value) => typeof value === "function")
    .default(() => () => new Date()),
  /** Platforms: `[{ resolve, id, options }]`. */
  providers: z.array(z.unknown()).optional(),
})

export type SocialOptions = z.input<typeof socialOptionsSchema>
export type ResolvedSocialOptions = z.output<typeof socialOptionsSchema>

/** Name of the checked options in the module's container. */
export const SOCIAL_OPTIONS = "socialOptions"

/** Name of the time source in the module's container. */
export const CLOCK = "clock"
export type Clock = () => Date
