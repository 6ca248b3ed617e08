import {
  addressOn,
  type ConnectingCall,
  type ExchangeRequest,
  type OAuthHttp,
  readTokenGrant,
} from "../../../platform-kit"
import { exchangeError, patiently } from "../../../platform-kit/meta-graph"
import { codeRefusal } from "./code-refusal"
import { type InstagramApp, LABEL } from "./instagram-app"
import { lifeOf, type LongToken } from "./long-token"
import { readShortToken, type ShortToken } from "./short-token"

/** A token for 60 days, and what came with it. */
export type InstagramGrant = Omit<ShortToken, "access_token"> & LongToken

/**
 * Trades the code of the consent page for the token that is kept.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 *
 * @throws PlatformError `invalid`, `transient`
 */
export async function exchangeCode(
  app: InstagramApp,
  http: OAuthHttp,
  request: ExchangeRequest,
  call: ConnectingCall
): Promise<InstagramGrant> {
  const short = await tradeCode(app, http, request, call)
  const long = await patiently(call, app.retry_base_ms, () =>
    tradeToken(app, http, short.access_token, request, call)
  )
  return { ...short, ...long }
}

async function tradeCode(
  app: InstagramApp,
  http: OAuthHttp,
  { code, redirect_uri }: ExchangeRequest,
  call: ConnectingCall
): Promise<ShortToken> {
  const { client_id = "", client_secret = "" } = app
  const answer = await http.send(call, {
    endpoint: "POST /oauth/access_token",
    method: "POST",
    url: addressOn(app.token_url, "oauth/access_token"),
    form: new URLSearchParams({
      client_id,
      client_secret,
      grant_type: "authorization_code",
      redirect_uri,
      // Instagram ends the address with this; it is not part of the code.
      code: code.replace(/#_$/, ""),
    }).toString(),
    secrets: [client_secret, code],
  })
  const error = codeRefusal(answer, context(redirect_uri))
  if (error) {
    throw error
  }
  return readShortToken(answer.body, call.now())
}

/** https://developers.facebook.com/documentation/instagram-platform/reference/access_token */
async function tradeToken(
  app: InstagramApp,
  http: OAuthHttp,
  access_token: string,
  { redirect_uri }: ExchangeRequest,
  call: ConnectingCall
): Promise<LongToken> {
  const { client_secret = "" } = app
  const answer = await http.send(call, {
    endpoint: "GET /access_token",
    url: addressOn(app.graph_url, "access_token", {
      grant_type: "ig_exchange_token",
      client_secret,
      access_token,
    }),
    secrets: [client_secret, access_token],
  })
  const error = exchangeError(answer, context(redirect_uri), call.now())
  if (error) {
    throw error
  }
  return lifeOf(readTokenGrant(LABEL, answer.body, call.now()), call.now())
}

const context = (redirect_uri: string) => ({
  label: LABEL,
  redirect_uri,
  option_prefix: "",
})
