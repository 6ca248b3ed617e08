import {
  addressOn,
  type ConnectingCall,
  type HttpAnswer,
  OAUTH_CODES,
  type OAuthHttp,
  PlatformError,
  readTokenGrant,
  type TokenSet,
} from "../../../platform-kit"
import { classifyGraphAnswer } from "../../../platform-kit/meta-graph"
import { type InstagramApp, LABEL } from "./instagram-app"
import { lifeOf } from "./long-token"

const DAY = 24 * 60 * 60 * 1000

/**
 * Gets a token for another 60 days. The token has to be a parameter here.
 * https://developers.facebook.com/documentation/instagram-platform/reference/refresh_access_token
 *
 * @throws PlatformError `auth` when the token is dead; `transient` with the code
 *   `too_early` when it may be younger than a day, else `renewal_refused`
 */
export async function renewLongToken(
  { graph_url }: InstagramApp,
  http: OAuthHttp,
  tokens: TokenSet,
  call: ConnectingCall
): Promise<TokenSet> {
  const { access_token } = tokens
  const answer = await http.send(call, {
    endpoint: "GET /refresh_access_token",
    url: addressOn(graph_url, "refresh_access_token", {
      grant_type: "ig_refresh_token",
      access_token,
    }),
    secrets: [access_token],
  })
  const now = call.now()
  const error = refusal(answer, tokens, now)
  if (error) {
    throw error
  }
  return { ...tokens, ...lifeOf(readTokenGrant(LABEL, answer.body, now), now) }
}

/**
 * Which refusal a young token gets is not documented: any but a dead one's and
 * one about permissions.
 */
function refusal(
  answer: HttpAnswer,
  { issued_at }: TokenSet,
  now: Date
): PlatformError | null {
  if (answer.status < 400) {
    return null
  }
  const known = classifyGraphAnswer(LABEL, answer, "", now)
  if (known?.kind === "auth" || known?.kind === "rate_limit") {
    return known
  }
  const old = issued_at !== null && now.getTime() - issued_at.getTime() >= DAY
  return later(
    now,
    old || known?.kind === "permission"
      ? {
          code: "renewal_refused",
          message:
            "Instagram refused to renew the token; it is tried again by itself. If it goes on, reconnect the account and grant instagram_business_basic.",
        }
      : {
          code: OAUTH_CODES.too_early,
          message:
            "Instagram does not renew the token yet: it has to be at least 24 hours old. It is tried again by itself.",
        }
  )
}

const later = (
  now: Date,
  why: Record<"code" | "message", string>
): PlatformError =>
  new PlatformError({
    kind: "transient",
    scope: "account",
    retry_at: new Date(now.getTime() + DAY),
    ...why,
  })
