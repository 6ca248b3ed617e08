import {
  bareTokens,
  type ConnectingCall,
  deadGrant,
  type ExchangeRequest,
  readTokenGrant,
  RENEW_LEAD_MS,
  requireFlow,
  type TokenGrant,
  type TokenModel,
  type TokenSet,
} from "../../platform-kit"
import { linkedinFlows } from "./consent"
import { exchangeRefusal, refreshRefusal } from "./oauth-errors"
import type { LinkedInOptions } from "./options"
import { linkedinProfile } from "./profile"
import type { LinkedInTokenEndpoint } from "./token-endpoint"

const { label } = linkedinProfile
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/**
 * 60 days, renewed by a refresh token that only partners get and whose end,
 * 365 days after the consent, never moves.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens
 */
export const LINKEDIN_TOKENS: TokenModel = {
  renewed_with: "refresh_token",
  renew_before_ms: RENEW_LEAD_MS,
  on_use_only: false,
  min_age_ms: 0,
  fixed_end: true,
}

/** What a member granted. */
export interface LinkedInGrant {
  tokens: TokenSet
  /** `null` when LinkedIn did not tell. */
  scopes: string[] | null
}

/**
 * Three-legged OAuth of LinkedIn.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export class LinkedInOAuth {
  constructor(
    private readonly options_: LinkedInOptions,
    private readonly endpoint_: LinkedInTokenEndpoint
  ) {}

  /** @throws PlatformError `invalid`, `transient` */
  async exchange(
    { flow, code, redirect_uri }: ExchangeRequest,
    call: ConnectingCall
  ): Promise<LinkedInGrant> {
    requireFlow(label, linkedinFlows(this.options_), flow)
    const now = call.now()
    const answer = await this.endpoint_.ask(call, "accessToken", {
      grant_type: "authorization_code",
      code,
      redirect_uri,
    })
    if (answer.status >= 400) {
      throw exchangeRefusal(answer, redirect_uri)
    }
    const grant = readTokenGrant(label, answer.body, now)
    const bare = {
      ...bareTokens(grant.access_token),
      own_app: true,
      refresh_expires_at: grant.refresh_token ? yearAfter(now) : null,
    }
    return { tokens: renewed(bare, grant, now), scopes: grant.scopes }
  }

  /** @throws PlatformError `auth` when only a person can help */
  async refresh(tokens: TokenSet, call: ConnectingCall): Promise<TokenSet> {
    const { refresh_token } = tokens
    if (refresh_token === null) {
      throw deadGrant(
        "LinkedIn renews tokens only for approved partners, and this one is over. Connect the account again."
      )
    }
    const now = call.now()
    const answer = await this.endpoint_.ask(call, "accessToken", {
      grant_type: "refresh_token",
      refresh_token,
    })
    if (answer.status >= 400) {
      throw refreshRefusal(answer)
    }
    return renewed(tokens, readTokenGrant(label, answer.body, now), now)
  }
}

/** The end of a refresh token that LinkedIn does not tell the end of. */
const yearAfter = (consent: Date) => new Date(consent.getTime() + YEAR_MS)

/** The refresh token stays what it is; its end is told anew each time. */
function renewed(tokens: TokenSet, grant: TokenGrant, now: Date): TokenSet {
  return {
    ...tokens,
    access_token: grant.access_token,
    issued_at: now,
    expires_at: grant.expires_at,
    refresh_token: grant.refresh_token ?? tokens.refresh_token,
    refresh_expires_at: grant.refresh_expires_at ?? tokens.refresh_expires_at,
  }
}
