import { waitBeforeRetry } from "./backoff"
import type { UsageReading } from "./call-budget"
import type { PlatformCall } from "./contract"
import { parks, PlatformError, stopsAccount } from "./errors"
import {
  type HttpAnswer,
  HttpExchange,
  type HttpExchangeOptions,
} from "./http-exchange"

export interface PlatformRequest {
  /** Name in the run's call counts and in logs: `GET /{media-id}`. */
  endpoint: string
  /** Complete address, sent as it is: some platforms judge the encoding. */
  url: string
  method?: "GET" | "POST"
  headers?: Record<string, string>
  /** Form body, already encoded. */
  form?: string
  /**
   * Limits this call counts against besides the account's and the app's. Names
   * that continue one of those (`account:sacc_1:GET /2/tweets`) are limits of
   * the endpoint: a rate limit parks them instead of the whole.
   */
  buckets?: readonly string[]
}

export type PlatformAnswer = HttpAnswer

/** What a platform knows about its own answers. */
export interface PlatformEdge {
  platform: string
  label: string
  /** The address as it travels with the token of this moment; as given when absent. */
  addressFor?(request: PlatformRequest, call: PlatformCall): string
  /** The error in an answer, or `null` when it is a good one. */
  classify(
    answer: PlatformAnswer,
    request: PlatformRequest,
    call: PlatformCall
  ): PlatformError | null
  /** What the usage headers say. */
  readUsage(
    answer: PlatformAnswer,
    request: PlatformRequest,
    call: PlatformCall
  ): UsageReading[]
}

export interface PlatformHttpOptions extends HttpExchangeOptions {
  retry_base_ms?: number
  /** Tries for transient errors, the first included. Default 3. */
  tries?: number
}

export const appBucket = (platform: string) => `app:${platform}`
export const accountBucket = (accountId: string) => `account:${accountId}`

/**
 * The HTTP edge: the only place that sees status codes and headers. Bearer
 * tokens travel in a header, redirects are not followed, answers are bounded
 * in size and time, transient errors are tried again.
 */
export class PlatformHttp {
  private readonly exchange_: HttpExchange
  private readonly tries_: number
  private readonly retryBaseMs_: number

  constructor(
    private readonly edge_: PlatformEdge,
    options: PlatformHttpOptions = {}
  ) {
    this.exchange_ = new HttpExchange(edge_.label, options)
    this.tries_ = options.tries ?? 3
    this.retryBaseMs_ = options.retry_base_ms ?? 500
  }

  /**
   * Sends a request for an account and gives the parsed answer.
   * @throws PlatformError whatever the platform's table makes of the answer
   */
  async send(
    call: PlatformCall,
    request: PlatformRequest
  ): Promise<PlatformAnswer> {
    let mayRenew = true
    for (let attempt = 1; ; attempt++) {
      const used = call.account.access_token
      try {
        return await this.sendOnce_(call, request)
      } catch (thrown) {
        const error = PlatformError.from(thrown)
        if (mayRenew && (await renewed(call, used, error))) {
          mayRenew = false
          // The new token has all tries.
          attempt = 0
          continue
        }
        const again = error.kind === "transient" && attempt < this.tries_
        if (!again || call.signal?.aborted) {
          throw error
        }
        await waitBeforeRetry(attempt, this.retryBaseMs_)
      }
    }
  }

  private async sendOnce_(
    call: PlatformCall,
    request: PlatformRequest
  ): Promise<PlatformAnswer> {
    const { platform } = this.edge_
    const buckets = [
      accountBucket(call.account.id),
      appBucket(platform),
      ...(request.buckets ?? []),
    ]
    await call.budget.admit(buckets)
    call.onCall?.(request.endpoint)
    const token = call.account.access_token
    const answer = await this.exchange_.ask({
      ...request,
      url: this.edge_.addressFor?.(request, call) ?? request.url,
      headers: { Authorization: `Bearer ${token}`, ...request.headers },
      signal: call.signal,
      secrets: [token],
    })
    call.budget.observe(this.edge_.readUsage(answer, request, call))
    const error = this.edge_.classify(answer, request, call)
    if (error) {
      this.parkWhenLimited_(error, request, call)
      throw error
    }
    if (answer.body === undefined) {
      throw this.notJson_(answer, request)
    }
    return answer
  }

  private notJson_(
    answer: PlatformAnswer,
    request: PlatformRequest
  ): PlatformError {
    return new PlatformError({
      kind: "transient",
      scope: "post",
      code: "not_json",
      message: `${this.edge_.label} sent an answer that cannot be read (HTTP ${answer.status}, ${request.endpoint}). It is tried again later.`,
    })
  }

  private parkWhenLimited_(
    error: PlatformError,
    { buckets = [] }: PlatformRequest,
    call: PlatformCall
  ): void {
    const { kind, scope, retry_at } = error
    if (!parks(error) || (scope !== "app" && scope !== "account")) {
      return
    }
    const whole =
      scope === "app"
        ? appBucket(this.edge_.platform)
        : accountBucket(call.account.id)
    // Quotas and payment are the app's, whatever endpoint told of them.
    const own =
      kind === "rate_limit"
        ? buckets.filter((bucket) => bucket.startsWith(`${whole}:`))
        : []
    for (const bucket of own.length > 0 ? own : [whole]) {
      call.budget.park(scope, bucket, retry_at)
    }
  }
}

/** The last renewal of an account of a call, under way or over. */
const renewals = new WeakMap<
  PlatformCall["account"],
  { used: string; outcome: Promise<boolean> }
>()

/**
 * A token that the platform no longer takes may have been replaced meanwhile,
 * or there may be a way to renew it: asked once per token, however many
 * requests of the call were refused.
 */
async function renewed(
  call: PlatformCall,
  used: string,
  error: PlatformError
): Promise<boolean> {
  const { account } = call
  if (error.kind !== "auth" || !stopsAccount(error) || !call.renewToken) {
    return false
  }
  // Another request of the same call was quicker.
  if (account.access_token !== used) {
    return true
  }
  const last = renewals.get(account)
  if (last?.used === used) {
    return last.outcome
  }
  const outcome = replaceToken(account, call.renewToken)
  renewals.set(account, { used, outcome })
  return outcome
}

async function replaceToken(
  account: PlatformCall["account"],
  renewToken: NonNullable<PlatformCall["renewToken"]>
): Promise<boolean> {
  const used = account.access_token
  const token = await renewToken(used)
  if (!token || token === used) {
    return false
  }
  account.access_token = token
  return true
}
