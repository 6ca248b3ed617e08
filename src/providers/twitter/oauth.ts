import {
  bareTokens,
  type ConnectingCall,
  deadGrant,
  type ExchangeRequest,
  readTokenGrant,
  refusedConnection,
  requireFlow,
  type TokenGrant,
  type TokenModel,
  type TokenSet,
} from "../../platform-kit"
import { requirePkce, xFlows } from "./consent"
import { exchangeRefusal, refreshRefusal, revokeRefusal } from "./oauth-errors"
import type { TwitterOptions } from "./options"
import { twitterProfile } from "./profile"
import { XTokenEndpoint } from "./token-endpoint"

const { label } = twitterProfile
const DAY_MS = 24 * 60 * 60 * 1000

/** Six months; X does not say it anywhere (unverified). */
const REFRESH_TOKEN_LIFE_MS = 180 * DAY_MS

/**
 * Two hours, and a refresh token that works once: renewed by whoever needs it.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
export const X_TOKENS: TokenModel = {
  renewed_with: "refresh_token",
  renew_before_ms: 60 * 1000,
  on_use_only: true,
  min_age_ms: 0,
  fixed_end: false,
}

/** What an account holder granted. */
export interface XGrant {
  tokens: TokenSet
  /** `null` when X did not tell. */
  scopes: string[] | null
}

/**
 * OAuth 2.0 of X, authorization code with PKCE, for confidential clients and,
 * without a secret, public ones.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 */
export class XOAuth {
  private readonly endpoint_: XTokenEndpoint

  constructor(private readonly options_: TwitterOptions) {
    this.endpoint_ = new XTokenEndpoint(options_)
  }

  /** @throws PlatformError `invalid`, `transient` */
  async exchange(
    { flow, code, redirect_uri, code_verifier }: ExchangeRequest,
    call: ConnectingCall
  ): Promise<XGrant> {
    requireFlow(label, xFlows(this.options_), flow)
    const now = call.now()
    const answer = await this.endpoint_.ask(call, "token", {
      grant_type: "authorization_code",
      code,
      redirect_uri,
      code_verifier: requirePkce(code_verifier),
    })
    if (answer.status >= 400) {
      throw exchangeRefusal(answer, redirect_uri)
    }
    const grant = readTokenGrant(label, answer.body, now)
    const bare = { ...bareTokens(grant.access_token), own_app: true }
    return { tokens: renewed(bare, grant, now), scopes: grant.scopes }
  }

  /**
   * The refresh token is used up by this, whatever happens to the answer.
   * @throws PlatformError `auth` when only a person can help
   */
  async refresh(tokens: TokenSet, call: ConnectingCall): Promise<TokenSet> {
    const { refresh_token } = tokens
    if (refresh_token === null) {
      throw deadGrant(
        "X gave no permission to stay connected, and the two hours are over. Connect the account again."
      )
    }
    const now = call.now()
    const answer = await this.endpoint_.ask(call, "token", {
      grant_type: "refresh_token",
      refresh_token,
    })
    if (answer.status >= 400) {
      throw refreshRefusal(answer)
    }
    return renewed(tokens, readTokenGrant(label, answer.body, now), now)
  }

  /**
   * The refresh token first: it could make new ones.
   * @throws PlatformError
   */
  async revoke(tokens: TokenSet, call: ConnectingCall): Promise<void> {
    if (!tokens.own_app) {
      throw refusedConnection(
        "not_own_app",
        "A pasted token cannot be taken back from here. Remove the app on x.com under Settings, Security and account access, Apps and sessions."
      )
    }
    for (const token of [tokens.refresh_token, tokens.access_token]) {
      const answer =
        token && (await this.endpoint_.ask(call, "revoke", { token }))
      const error = answer ? revokeRefusal(answer) : null
      if (error) {
        throw error
      }
    }
  }
}

function renewed(tokens: TokenSet, grant: TokenGrant, now: Date): TokenSet {
  const { access_token, expires_at, refresh_token } = grant
  return {
    ...tokens,
    access_token,
    issued_at: now,
    expires_at,
    refresh_token,
    refresh_expires_at:
      refresh_token === null
        ? null
        : new Date(now.getTime() + REFRESH_TOKEN_LIFE_MS),
  }
}
