import type { TokenInspection } from "../../connecting"
import type { ConnectingCall, PlatformCall } from "../../contract"
import { PlatformError } from "../../errors"
import { OAUTH_CODES, operatorError } from "../../oauth-errors"
import type { TokenSet } from "../../tokens"
import { connectCall } from "../connect-call"
import { GRAPH_CODES } from "../error-table"
import type { GraphClient } from "../graph-client"
import { debugToken, type TokenFacts } from "./debug-token"
import type { FacebookApp } from "./facebook-app"

/** A token to ask about. */
type Asked = Pick<TokenSet, "access_token" | "own_app">

const ASK_NOBODY_ELSE: ReadonlySet<PlatformError["kind"]> = new Set([
  "transient",
  "rate_limit",
  "quota",
])

/** Asks Meta about tokens: as the app where that is possible. */
export class TokenInspector {
  constructor(
    private readonly app_: FacebookApp,
    private readonly graph_: GraphClient
  ) {}

  /**
   * What Meta says about a token; `null` when it tells neither the app (of
   * another app's token) nor the token itself (whose person is no developer of
   * its app).
   *
   * @throws PlatformError `transient` and limits; `invalid` with scope `app`
   *   when the app's id or secret is wrong
   */
  async facts(asked: Asked, call: ConnectingCall): Promise<TokenFacts | null> {
    const appToken = this.appToken_()
    if (appToken !== null) {
      const facts = await this.askAsApp_(appToken, asked, call)
      if (facts) {
        return facts
      }
    }
    try {
      return await this.ask_(asked, asked, "token", call)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (mustEnd(error)) {
        throw error
      }
      return error.kind === "auth" ? deadToken(error.message) : null
    }
  }

  /** As `facts`, in the words of the contract. */
  async inspect(
    tokens: Asked,
    call: ConnectingCall
  ): Promise<TokenInspection | null> {
    const facts = await this.facts(tokens, call)
    if (!facts) {
      return null
    }
    const { app_id, user_id, type, ...inspection } = facts
    void [user_id, type]
    return {
      ...inspection,
      ...(app_id !== null &&
        this.app_.client_id !== undefined && {
          own_app: app_id === this.app_.client_id,
        }),
    }
  }

  /** The token of the app itself; `null` when it is not configured. */
  private appToken_(): string | null {
    const { client_id, client_secret } = this.app_
    return client_id !== undefined && client_secret !== undefined
      ? `${client_id}|${client_secret}`
      : null
  }

  /** `null` when the app may not ask about this token: it is another app's. */
  private async askAsApp_(
    appToken: string,
    asked: Asked,
    call: ConnectingCall
  ): Promise<TokenFacts | null> {
    const caller = { access_token: appToken, own_app: true }
    try {
      return await this.ask_(caller, asked, "app", call)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      const refused =
        error.code === GRAPH_CODES.wrong_app ||
        (asked.own_app && error.kind === "auth")
      if (refused) {
        throw this.wrongCredentials_()
      }
      if (mustEnd(error)) {
        throw error
      }
      return null
    }
  }

  private ask_(
    caller: Asked,
    { access_token }: Asked,
    who: string,
    call: ConnectingCall
  ): Promise<TokenFacts> {
    const asking: PlatformCall = connectCall(
      { ...caller, external_id: who, settings: {} },
      call
    )
    return debugToken(this.graph_, asking, access_token)
  }

  private wrongCredentials_(): PlatformError {
    const { option_prefix } = this.app_
    return operatorError(
      OAUTH_CODES.app_credentials,
      `Facebook does not accept the app's id and secret. Check the options ${option_prefix}client_id and ${option_prefix}client_secret.`
    )
  }
}

const mustEnd = ({ kind, code }: PlatformError): boolean =>
  ASK_NOBODY_ELSE.has(kind) || code === GRAPH_CODES.wrong_proof

const deadToken = (problem: string): TokenFacts => ({
  valid: false,
  problem,
  app_id: null,
  user_id: null,
  type: null,
  scopes: null,
})
