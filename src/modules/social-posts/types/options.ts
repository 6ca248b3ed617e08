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
  /** How far back the first import of an account goes; 0 imports nothing by itself. Default 365. */
  import_days: z.number().int().min(0).max(36500).default(365),
  /** Most posts of an account's first import. Default 1000. */
  import_limit: z.number().int().min(1).max(1000000).default(1000),
  /** New posts are looked for again after this time. Default 6. */
  import_every_hours: z.number().min(0.25).max(8760).default(6),
  /** Longest pause before a call when a limit is nearly used up. Default 5000. */
  max_pacing_ms: z.number().int().nonnegative().default(5000),
  /** Days for which the history keeps every reading. Default 30. */
  history_all_days: z.number().int().min(1).max(3650).default(30),
  /** Days for which it keeps one a day; after that, one a week. Default 365. */
  history_daily_days: z.number().int().min(1).max(36500).default(365),
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
