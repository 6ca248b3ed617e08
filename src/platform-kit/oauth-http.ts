import type { ConnectingCall } from "./contract"
import { PlatformError } from "./errors"
import {
  type HttpAnswer,
  HttpExchange,
  type HttpExchangeOptions,
  type HttpQuestion,
} from "./http-exchange"

/** One question to an OAuth endpoint. */
export interface OAuthRequest extends Omit<HttpQuestion, "signal"> {
  /** Name in call counts and errors: `POST /2/oauth2/token`. */
  endpoint: string
}

const OUTLOOK = "Try again in a few minutes."

/**
 * The HTTP edge of OAuth endpoints. Asks exactly once: codes and some refresh
 * tokens work a single time, so whoever calls decides about asking again.
 */
export class OAuthHttp {
  private readonly exchange_: HttpExchange

  constructor(
    private readonly label_: string,
    options: HttpExchangeOptions = {}
  ) {
    this.exchange_ = new HttpExchange(label_, { ...options, outlook: OUTLOOK })
  }

  /**
   * Gives the answer, good or refused (4xx): the provider knows its refusals.
   * @throws PlatformError `transient` without an answer, for 429 and 5xx, and
   *   for a good status without JSON
   */
  async send(
    call: Pick<ConnectingCall, "onCall" | "signal">,
    { endpoint, ...question }: OAuthRequest
  ): Promise<HttpAnswer> {
    call.onCall?.(endpoint)
    const answer = await this.exchange_.ask({
      ...question,
      signal: call.signal,
    })
    const { status, body } = answer
    if (status === 429 || status >= 500) {
      throw this.busy_(`answered HTTP ${status} (${endpoint})`, String(status))
    }
    if (status < 400 && body === undefined) {
      throw this.busy_(
        `sent an answer that cannot be read (HTTP ${status}, ${endpoint})`,
        "not_json"
      )
    }
    return answer
  }

  private busy_(what: string, code: string): PlatformError {
    return new PlatformError({
      kind: "transient",
      scope: "account",
      code,
      message: `${this.label_} ${what}. ${OUTLOOK}`,
    })
  }
}
