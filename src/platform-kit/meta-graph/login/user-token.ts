import type { ExchangeRequest } from "../../connecting"
import { addressOn } from "../../connection-flow"
import type { ConnectingCall } from "../../contract"
import { readTokenGrant, type TokenGrant } from "../../oauth-answers"
import { OAuthHttp } from "../../oauth-http"
import { exchangeError } from "./exchange-errors"
import { type FacebookApp, makesSystemUsers } from "./facebook-app"
import { patiently } from "./patiently"
import type { RefusalReason } from "./refusals"

const LABEL = "Facebook"

/**
 * Trades the code of the consent page for the token that is kept: a person's
 * for about 60 days, or a system user's, which is final at once.
 * https://developers.facebook.com/documentation/facebook-login/guides/access-tokens/get-long-lived
 */
export class UserTokens {
  private readonly http_: OAuthHttp

  constructor(private readonly app_: FacebookApp) {
    this.http_ = new OAuthHttp(LABEL, app_)
  }

  /** @throws PlatformError `invalid`, `transient` */
  async exchange(
    { code, redirect_uri }: ExchangeRequest,
    call: ConnectingCall
  ): Promise<TokenGrant> {
    const ask = (params: Record<string, string>, fallback?: RefusalReason) =>
      this.ask_(params, redirect_uri, fallback, call)
    // Browsers leave the fragment away, but not every copy of the address.
    const token = await ask({ redirect_uri, code: code.replace(/#_.*$/, "") })
    const { config_id, retry_base_ms } = this.app_
    if (makesSystemUsers(this.app_)) {
      return token
    }
    const params = {
      grant_type: "fb_exchange_token",
      fb_exchange_token: token.access_token,
    }
    return patiently(call, retry_base_ms, () =>
      ask(params, config_id === undefined ? "unknown" : "config_token")
    )
  }

  private async ask_(
    params: Record<string, string>,
    redirect_uri: string,
    fallback: RefusalReason | undefined,
    call: ConnectingCall
  ): Promise<TokenGrant> {
    const { client_id = "", client_secret = "", ...app } = this.app_
    const answer = await this.http_.send(call, {
      endpoint: "GET /oauth/access_token",
      url: addressOn(app.graph_url, `${app.api_version}/oauth/access_token`, {
        client_id,
        client_secret,
        ...params,
      }),
      secrets: [client_secret, ...Object.values(params)],
    })
    const now = call.now()
    const { option_prefix } = app
    const context = { label: LABEL, redirect_uri, option_prefix }
    const error = exchangeError(answer, context, now, fallback)
    if (error) {
      throw error
    }
    return readTokenGrant(LABEL, answer.body, now)
  }
}
