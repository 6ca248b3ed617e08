import {
  type AuthorizeRequest,
  type ConnectingCall,
  type Discovery,
  type ExchangeRequest,
  OAuthHttp,
  type PlatformScope,
  type TokenSet,
} from "../../../platform-kit"
import {
  type GraphClient,
  missingOptions,
} from "../../../platform-kit/meta-graph"
import { instagramDialog } from "./dialog"
import { discoverOwnAccount } from "./discover"
import { exchangeCode } from "./exchange"
import { type InstagramApp, LABEL } from "./instagram-app"
import { adoptToken } from "./adopt"
import { renewLongToken } from "./refresh"

/**
 * Connecting an account on Instagram itself, and keeping it connected.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 */
export class InstagramLoginFlow {
  private readonly http_: OAuthHttp

  constructor(
    private readonly app_: InstagramApp,
    private readonly graph_: GraphClient,
    /** What is asked for. */
    readonly scopes: readonly PlatformScope[]
  ) {
    this.http_ = new OAuthHttp(LABEL, app_)
  }

  missingOptions(): string[] {
    return missingOptions(this.app_)
  }

  /** Only for an app with all options. */
  authorize(request: AuthorizeRequest): string {
    return instagramDialog(this.app_, request, this.scopes)
  }

  /**
   * Only for an app with all options.
   * @throws PlatformError `invalid`, `transient`
   */
  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<Discovery> {
    const grant = await exchangeCode(this.app_, this.http_, request, call)
    return discoverOwnAccount(this.graph_, grant, this.scopes, call)
  }

  /** Tokens of the dashboard are long ones; only a renewal tells their end. */
  adopt(tokens: TokenSet, call: ConnectingCall): Promise<TokenSet> {
    return adoptToken(this.app_, this.http_, tokens, call)
  }

  /** @throws PlatformError `auth`, `transient` */
  refresh(tokens: TokenSet, call: ConnectingCall): Promise<TokenSet> {
    return renewLongToken(this.app_, this.http_, tokens, call)
  }
}
