import { Agent as HttpAgent } from "node:http"
import { Agent as HttpsAgent } from "node:https"
import axios, { type AxiosInstance, isAxiosError } from "axios"
import { waitBeforeRetry } from "./backoff"
import type { UsageReading } from "./call-budget"
import type { PlatformCall } from "./contract"
import { parks, PlatformError } from "./errors"
import { parseJson } from "./json"
import { redact } from "./redact"

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

export interface PlatformAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  /** Parsed JSON; `undefined` when the body is not JSON. */
  body: unknown
}

/** What a platform knows about its own answers. */
export interface PlatformEdge {
  platform: string
  label: string
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

export interface PlatformHttpOptions {
  timeout_ms?: number
  retry_base_ms?: number
  /** Tries for transient errors, the first included. Default 3. */
  tries?: number
}

const MAX_ANSWER_BYTES = 32 * 1024 * 1024

export const appBucket = (platform: string) => `app:${platform}`
export const accountBucket = (accountId: string) => `account:${accountId}`

/**
 * The HTTP edge: the only place that sees status codes and headers. Bearer
 * tokens travel in a header, redirects are not followed, answers are bounded
 * in size and time, transient errors are tried again.
 */
export class PlatformHttp {
  private readonly client_: AxiosInstance
  private readonly timeoutMs_: number
  private readonly tries_: number
  private readonly retryBaseMs_: number

  constructor(
    private readonly edge_: PlatformEdge,
    options: PlatformHttpOptions = {}
  ) {
    this.timeoutMs_ = options.timeout_ms ?? 20000
    this.tries_ = options.tries ?? 3
    this.retryBaseMs_ = options.retry_base_ms ?? 500
    this.client_ = axios.create({
      httpAgent: new HttpAgent({ keepAlive: true }),
      httpsAgent: new HttpsAgent({ keepAlive: true }),
      maxRedirects: 0,
      maxContentLength: MAX_ANSWER_BYTES,
      responseType: "text",
      transformResponse: (text) => text,
      validateStatus: () => true,
      proxy: false,
    })
  }

  /**
   * Sends a request for an account and gives the parsed answer.
   * @throws PlatformError whatever the platform's table makes of the answer
   */
  async send(
    call: PlatformCall,
    request: PlatformRequest
  ): Promise<PlatformAnswer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.sendOnce_(call, request)
      } catch (thrown) {
        const error = PlatformError.from(thrown)
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
    const answer = await this.exchange_(call, request)
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

  private async exchange_(
    call: PlatformCall,
    request: PlatformRequest
  ): Promise<PlatformAnswer> {
    const timeout = AbortSignal.timeout(this.timeoutMs_)
    try {
      const response = await this.client_.request<string>({
        url: request.url,
        method: request.method ?? "GET",
        data: request.form,
        headers: {
          Accept: "application/json",
          Authorization: `Bearer ${call.account.access_token}`,
          ...(request.form !== undefined && {
            "Content-Type": "application/x-www-form-urlencoded",
          }),
          ...request.headers,
        },
        signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      })
      return {
        status: response.status,
        headers: lowerCaseNames(response.headers),
        body: parsedOrUndefined(response.data),
      }
    } catch (thrown) {
      throw this.unreachable_(thrown, call, timeout.aborted)
    }
  }

  private unreachable_(
    thrown: unknown,
    call: PlatformCall,
    timedOut: boolean
  ): PlatformError {
    const { label } = this.edge_
    const reason = timedOut
      ? `gave no answer within ${this.timeoutMs_ / 1000} seconds`
      : `could not be reached (${
          isAxiosError(thrown) ? (thrown.code ?? thrown.message) : "no answer"
        })`
    return new PlatformError({
      kind: "transient",
      scope: "post",
      code: timedOut ? "timeout" : "network",
      message: redact(`${label} ${reason}. It is tried again later.`, [
        call.account.access_token,
      ]),
    })
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

function parsedOrUndefined(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    // Not JSON: the platform's table may still know the status.
    return undefined
  }
}

function lowerCaseNames(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(", ") : String(value),
    ])
  )
}
