import { Agent as HttpAgent } from "node:http"
import { Agent as HttpsAgent } from "node:https"
import axios, { type AxiosInstance, isAxiosError } from "axios"
import { PlatformError } from "./errors"
import { parseJson } from "./json"
import {
  type PublicAddressOptions,
  publicLookup,
  requirePublicForm,
} from "./public-address"
import { redact } from "./redact"

const MAX_ANSWER_BYTES = 32 * 1024 * 1024
const DEFAULT_TIMEOUT_MS = 20000

/** One question to a platform, as it travels. */
export interface HttpQuestion {
  /** Complete address, sent as it is: some platforms judge the encoding. */
  url: string
  method?: "GET" | "POST" | "DELETE"
  headers?: Record<string, string>
  /** Form body, already encoded. */
  form?: string
  signal?: AbortSignal
  /** Never to be seen in an error. */
  secrets?: readonly string[]
}

export interface HttpAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  /** Parsed JSON; `undefined` when the body is not JSON. */
  body: unknown
}

export interface HttpExchangeOptions extends PublicAddressOptions {
  /** Longest wait for one answer, in milliseconds. Default 20000. */
  timeout_ms?: number
  /**
   * For platforms whose address a merchant states: only https and only servers
   * on the internet are asked, whatever their names lead to.
   */
  public_only?: boolean
  /** What an error says about trying again. */
  outlook?: string
}

/**
 * Asks once and gives the answer, whatever its status: redirects are not
 * followed, answers are bounded in size and time.
 */
export class HttpExchange {
  private readonly client_: AxiosInstance
  private readonly timeoutMs_: number

  constructor(
    private readonly label_: string,
    private readonly options_: HttpExchangeOptions = {}
  ) {
    this.timeoutMs_ = options_.timeout_ms ?? DEFAULT_TIMEOUT_MS
    const agent = {
      keepAlive: true,
      ...(options_.public_only && { lookup: publicLookup(options_) }),
    }
    this.client_ = axios.create({
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      maxRedirects: 0,
      maxContentLength: MAX_ANSWER_BYTES,
      responseType: "text",
      transformResponse: (text) => text,
      validateStatus: () => true,
      proxy: false,
    })
  }

  /**
   * @throws PlatformError `transient` when there is no answer, `invalid` for an
   *   address that is not public although it has to be
   */
  async ask(question: HttpQuestion): Promise<HttpAnswer> {
    const { signal, form } = question
    if (this.options_.public_only) {
      requirePublicForm(question.url, this.options_)
    }
    const timeout = AbortSignal.timeout(this.timeoutMs_)
    try {
      const response = await this.client_.request<string>({
        url: question.url,
        method: question.method ?? "GET",
        data: form,
        headers: {
          Accept: "application/json",
          ...(form !== undefined && {
            "Content-Type": "application/x-www-form-urlencoded",
          }),
          ...question.headers,
        },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      return {
        status: response.status,
        headers: lowerCaseNames(response.headers),
        body: parsedOrUndefined(response.data),
      }
    } catch (thrown) {
      throw this.unreachable_(thrown, question, timeout.aborted)
    }
  }

  private unreachable_(
    thrown: unknown,
    { secrets = [] }: HttpQuestion,
    timedOut: boolean
  ): PlatformError {
    if (isAxiosError(thrown) && PlatformError.is(thrown.cause)) {
      return thrown.cause
    }
    const { outlook = "It is tried again later." } = this.options_
    const reason = timedOut
      ? `gave no answer within ${this.timeoutMs_ / 1000} seconds`
      : `could not be reached (${
          isAxiosError(thrown) ? (thrown.code ?? thrown.message) : "no answer"
        })`
    return new PlatformError({
      kind: "transient",
      scope: "post",
      code: timedOut ? "timeout" : "network",
      message: redact(`${this.label_} ${reason}. ${outlook}`, secrets),
    })
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
