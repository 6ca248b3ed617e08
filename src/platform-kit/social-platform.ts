import type { Logger } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type {
  AccountInsightsPage,
  AccountInsightsRequest,
} from "./account-metrics"
import type {
  AccountClaim,
  AccountDescription,
  CommentPage,
  CommentRequest,
  ConnectingCall,
  PlatformCall,
  PlatformPost,
  PostResult,
} from "./contract"
import type {
  ApiVersion,
  AuthorizeRequest,
  ConnectionFlow,
  ConsentRefusal,
  Discovery,
  ExchangeRequest,
  KeptAccount,
  RevocationReach,
  TokenInspection,
} from "./connecting"
import { PlatformError } from "./errors"
import { OAUTH_CODES, refusedConnection } from "./oauth-errors"
import type { ListedPost, PostListPage, PostListRequest } from "./listing"
import { oneResultPerPost } from "./one-result-per-post"
import type { PlatformProfile } from "./profile"
import { NEVER_RENEWED, type TokenModel, type TokenSet } from "./tokens"
import type { WebhookReceiver } from "./webhooks"

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
    call: ConnectingCall
  ): Promise<AccountDescription>

  /** Ways to connect through the platform's consent page; none by default. */
  connectionFlows(): ConnectionFlow[] {
    return []
  }

  /**
   * The address of the consent page.
   * @throws PlatformError `invalid` for an unknown or unconfigured flow
   */
  authorize(_request: AuthorizeRequest): string {
    throw this.withoutOAuth_()
  }

  /** What to tell a merchant who comes back from the consent page without a code. */
  explainRefusal(refusal: ConsentRefusal): PlatformError {
    const { label } = this.profile
    return refusal.error === "access_denied"
      ? refusedConnection(
          OAUTH_CODES.cancelled,
          `You cancelled on ${label}, so nothing was connected. Start again when you are ready, and allow the access there.`
        )
      : refusedConnection(
          refusal.error,
          `${label} did not grant access: ${refusal.error_description ?? refusal.error}. Start again from the accounts page.`
        )
  }

  /**
   * Trades a code for tokens and finds every account they reach.
   * @throws PlatformError `invalid` (code used, late or not ours; wrong app
   *   credentials), `transient`
   */
  async exchange(
    _request: ExchangeRequest,
    _call: ConnectingCall
  ): Promise<Discovery> {
    throw this.withoutOAuth_()
  }

  /** How the tokens of such an account live. */
  tokenModel(_settings: Readonly<Record<string, unknown>>): TokenModel {
    return NEVER_RENEWED
  }

  /**
   * Gets a new token. Asks the platform once; never stores anything.
   * @throws PlatformError `auth` when only a person can help, `invalid` with
   *   scope `app` for wrong app credentials, `transient`
   */
  async refresh(
    _tokens: TokenSet,
    _account: KeptAccount,
    _call: ConnectingCall
  ): Promise<TokenSet> {
    throw this.withoutOAuth_()
  }

  /**
   * Learns what can be learned about the life of a pasted token that the
   * platform has just accepted. Never fails: what nobody knows stays `null`.
   */
  async adopt(
    tokens: TokenSet,
    _account: KeptAccount,
    _call: ConnectingCall
  ): Promise<TokenSet> {
    return tokens
  }

  /**
   * Asks the platform about a token.
   * @throws PlatformError `transient` and limits; a dead token is an answer
   */
  async inspect(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenInspection> {
    const { access_token, own_app } = tokens
    try {
      const { scopes } = await this.describeAccount(
        { ...account, access_token, own_app },
        call
      )
      return { valid: true, problem: null, scopes }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "auth" && error.kind !== "permission") {
        throw error
      }
      return { valid: false, problem: error.message, scopes: null }
    }
  }

  /** What `revoke` takes away. */
  revocation(_settings: Readonly<Record<string, unknown>>): RevocationReach {
    return "none"
  }

  /**
   * Takes the access back at the platform. A token that is dead already is a
   * success.
   * @throws PlatformError
   */
  async revoke(
    _tokens: TokenSet,
    _account: KeptAccount,
    _call: ConnectingCall
  ): Promise<void> {
    throw this.withoutOAuth_()
  }

  /** The version of the API that is asked; `null` when there are none. */
  apiVersion(): ApiVersion | null {
    return null
  }

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

  /**
   * Walks the account's posts from the newest back. Stops by itself when a
   * whole page is older than `since`. Only with the ability `list_posts`.
   * @throws PlatformError `invalid` with code `CURSOR_EXPIRED` for a cursor
   *   that is no longer taken; limits, `auth`, `permission`, `transient`
   */
  listPosts(
    _call: PlatformCall,
    _request: PostListRequest
  ): AsyncIterable<PostListPage> {
    throw this.without_("posts cannot be listed")
  }

  /**
   * The stories that are alive now. Only with the ability `stories`.
   * @throws PlatformError as `listPosts` does
   */
  async listStories(_call: PlatformCall): Promise<ListedPost[]> {
    throw this.without_("there are no stories")
  }

  /**
   * Reads an account's numbers day by day, in the largest windows the platform
   * takes. Only with the ability `account_insights`.
   * @throws PlatformError when nothing can be read; parts that fail are problems
   */
  fetchAccountInsights(
    _call: PlatformCall,
    _request: AccountInsightsRequest
  ): AsyncIterable<AccountInsightsPage> {
    throw this.without_("accounts have no numbers")
  }

  /** What receives the platform's webhooks; `null` when it sends none. */
  webhooks(): WebhookReceiver | null {
    return null
  }

  private without_(what: string): PlatformError {
    const { label } = this.profile
    return new PlatformError({
      kind: "unsupported_metric",
      scope: "account",
      code: "not_offered",
      message: `On ${label}, ${what}.`,
    })
  }

  private withoutOAuth_(): PlatformError {
    const { label } = this.profile
    return refusedConnection(
      "no_oauth",
      `${label} cannot be connected through a consent page. Paste a token instead.`
    )
  }
}

/**
 * The surroundings of a connection check: an account that is not stored yet,
 * with limits of its own.
 */
export function connectingCall(
  platform: string,
  claim: AccountClaim,
  call: ConnectingCall
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
