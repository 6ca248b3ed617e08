import {
  type ConnectingCall,
  OAUTH_CODES,
  type OAuthHttp,
  PlatformError,
  type TokenSet,
} from "../../../platform-kit"
import type { InstagramApp } from "./instagram-app"
import { lifeOf } from "./long-token"
import { renewLongToken } from "./refresh"

/**
 * What is known of a pasted token. Nothing tells when a token ends but its
 * renewal: one that is too young for it is less than a day old, and lives for
 * the usual sixty. After other trouble nobody knows.
 * https://developers.facebook.com/documentation/instagram-platform/reference/refresh_access_token
 */
export async function adoptToken(
  app: InstagramApp,
  http: OAuthHttp,
  tokens: TokenSet,
  call: ConnectingCall
): Promise<TokenSet> {
  try {
    return await renewLongToken(app, http, tokens, call)
  } catch (thrown) {
    const { access_token } = tokens
    return PlatformError.from(thrown).code === OAUTH_CODES.too_early
      ? { ...tokens, ...lifeOf({ access_token, expires_at: null }, call.now()) }
      : tokens
  }
}
