import {
  type ConnectingCall,
  PlatformError,
  readScopes,
  toNumber,
  toRecord,
  toText,
  type TokenInspection,
  type TokenSet,
} from "../../platform-kit"
import { appRefusal } from "./oauth-errors"
import type { LinkedInOptions } from "./options"
import type { LinkedInTokenEndpoint } from "./token-endpoint"

/** Asks LinkedIn about tokens, as the app. */
export class TokenInspector {
  constructor(
    private readonly options_: LinkedInOptions,
    private readonly endpoint_: LinkedInTokenEndpoint
  ) {}

  /**
   * What LinkedIn says about a token; `null` when there is no app to ask as, or
   * the token may be another app's: whether LinkedIn tells of those is not
   * documented.
   *
   * @throws PlatformError `transient`; `invalid` with scope `app` when the app
   *   may not ask about its own token
   */
  async inspect(
    { access_token, own_app }: Pick<TokenSet, "access_token" | "own_app">,
    call: ConnectingCall
  ): Promise<TokenInspection | null> {
    if (!this.endpoint_.isConfigured) {
      return null
    }
    try {
      const told = await this.ask_(access_token, call)
      return told.valid || own_app ? told : null
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (own_app || error.kind === "transient") {
        throw error
      }
      return null
    }
  }

  /** Scopes and end of a token, as far as they can be had. Never throws. */
  async scopesAndEnd(
    access_token: string,
    call: ConnectingCall
  ): Promise<{ scopes: string[] | null; token_expires_at: Date | null }> {
    const told = await this.inspect(
      { access_token, own_app: false },
      call
    ).catch(() => null)
    return {
      scopes: told?.scopes ?? null,
      token_expires_at: told?.expires_at ?? null,
    }
  }

  /**
   * Times are in epoch seconds.
   * https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection
   */
  private async ask_(
    token: string,
    call: ConnectingCall
  ): Promise<TokenInspection> {
    const answer = await this.endpoint_.ask(call, "introspectToken", { token })
    if (answer.status >= 400) {
      throw appRefusal(answer)
    }
    const told = toRecord(answer.body)
    const valid = told?.active === true
    const end = toNumber(told?.expires_at)
    const app = toText(told?.client_id)
    return {
      valid,
      problem: valid ? null : problemOf(toText(told?.status)),
      scopes: readScopes(told?.scope),
      ...(end !== null && { expires_at: new Date(end * 1000) }),
      ...(app !== null && { own_app: app === this.options_.client_id }),
    }
  }
}

function problemOf(status: string | null): string {
  const reason =
    status === "expired"
      ? "it has expired"
      : status === "revoked"
        ? "it was revoked"
        : "LinkedIn does not know it any more"
  return `LinkedIn no longer accepts the account's token: ${reason}. Reconnect the account.`
}
