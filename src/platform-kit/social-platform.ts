import type { Logger } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type {
  AccountClaim,
  AccountDescription,
  CommentPage,
  CommentRequest,
  PlatformCall,
  PlatformPost,
  PostResult,
} from "./contract"
import { PlatformError } from "./errors"
import { oneResultPerPost } from "./one-result-per-post"
import type { PlatformProfile } from "./profile"

/** Options every platform takes; a provider extends the schema with its own. */
export const platformOptionsSchema = z.object({
  /** Replaces the real API address (proxy, sandbox). */
  base_url: z.url().optional(),
  oauth_base_url: z.url().optional(),
  api_version: z.string().min(1).optional(),
  client_id: z.string().min(1).optional(),
  client_secret: z.string().min(1).optional(),
  /** Longest wait for one answer, in milliseconds. Default 20000. */
  timeout_ms: z.number().int().positive().optional(),
  /** First pause before a retry, in milliseconds; doubles. Default 500. */
  retry_base_ms: z.number().int().nonnegative().optional(),
})

export type PlatformOptions = z.infer<typeof platformOptionsSchema>

export interface PlatformContainer {
  logger?: Logger
}

/**
 * A social platform. One folder under `providers/`, registered through the
 * module's `providers`; a package of your own can ship one the same way.
 *
 * Subclasses set `static identifier`, check their options in
 * `static validateOptions` and implement the protected readers; the public
 * methods add what must hold for every platform.
 *
 * @example
 * class MyPlatform extends AbstractSocialPlatform {
 *   static identifier = "my-platform"
 *   readonly profile = myProfile
 * }
 */
export abstract class AbstractSocialPlatform {
  static identifier: string

  /** @throws when an option is wrong, naming it; the boot stops with that sentence. */
  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, platformOptionsSchema, options)
  }

  abstract readonly profile: PlatformProfile

  /**
   * Checks what a merchant states about an account when connecting it.
   * @throws PlatformError `invalid` naming the field and what is allowed
   */
  abstract validateSettings(settings: unknown): Record<string, unknown>

  /**
   * Checks the shape of a post id and brings it to the form that is stored.
   * @throws PlatformError `invalid` saying what an id looks like
   */
  abstract parsePostId(input: string, accountExternalId: string): string

  /** Finds the post id in a public address of the post; `null` when it has none. */
  postIdFromUrl(_url: string, _accountExternalId: string): string | null {
    return null
  }

  /**
   * Asks the platform who a token belongs to and whether it may read.
   * @throws PlatformError `auth`, `permission`, `invalid` (another account's token)
   */
  abstract describeAccount(
    claim: AccountClaim,
    call: Omit<PlatformCall, "account" | "depth">
  ): Promise<AccountDescription>

  /** Reads numbers, batch first: exactly one result per post, as they arrive. */
  fetchInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    return oneResultPerPost(posts, this.readInsights(call, posts))
  }

  protected abstract readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult>

  /**
   * Reads comments of many posts, newest first, replies where the same call
   * gives them. Pages of one post may arrive apart from each other.
   */
  abstract fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage>
}

/**
 * The surroundings of a connection check: an account that is not stored yet,
 * with limits of its own.
 */
export function connectingCall(
  platform: string,
  claim: AccountClaim,
  call: Omit<PlatformCall, "account" | "depth">
): PlatformCall {
  const account = {
    ...claim,
    id: `connect:${platform}:${claim.external_id}`,
    username: null,
    scopes: null,
  }
  return { ...call, account, depth: "single" }
}

/**
 * Checks provider options with a schema.
 * @throws Error with one sentence that names the option
 */
export function checkPlatformOptions<T>(
  identifier: string,
  schema: z.ZodType<T>,
  options: unknown
): T {
  const result = schema.safeParse(options ?? {})
  if (!result.success) {
    const issue = result.error.issues[0]
    const path = issue?.path.join(".") || "options"
    throw new PlatformError({
      kind: "invalid",
      scope: "app",
      code: "invalid_option",
      message: `Social platform "${identifier}": option "${path}" is wrong (${issue?.message ?? "invalid"}).`,
    })
  }
  return result.data
}

/**
 * Checks account settings with a schema.
 * @throws PlatformError `invalid` naming the field and what is allowed
 */
export function checkSettings<T>(
  label: string,
  schema: z.ZodType<T>,
  settings: unknown
): T {
  const result = schema.safeParse(settings ?? {})
  if (!result.success) {
    const issue = result.error.issues[0]
    const path = ["settings", ...(issue?.path ?? [])].join(".")
    throw new PlatformError({
      kind: "invalid",
      scope: "account",
      code: "invalid_settings",
      message: `${label}: "${path}" is wrong: ${issue?.message ?? "invalid"}.`,
    })
  }
  return result.data
}
