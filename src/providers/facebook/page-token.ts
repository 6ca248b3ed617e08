import {
  type ConnectingCall,
  deadGrant,
  type KeptAccount,
  NEVER_RENEWED,
  PlatformError,
  toRecord,
  toText,
  type TokenModel,
  type TokenSet,
} from "../../platform-kit"
import { type GraphClient, personCall } from "../../platform-kit/meta-graph"

/**
 * A Page's token has no end, or its system user's; when it is refused before,
 * the person's own may still give another one.
 */
export const PAGE_TOKENS: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "source_token",
  on_use_only: true,
}

/**
 * Reads a Page's token again, with the token of the person behind it.
 * https://developers.facebook.com/docs/graph-api/reference/page
 *
 * @throws PlatformError `auth` when that person's token is dead or the role on
 *   the Page is lost; `transient` and limits
 */
export async function renewPageToken(
  graph: GraphClient,
  tokens: TokenSet,
  { external_id }: KeptAccount,
  call: ConnectingCall
): Promise<TokenSet> {
  const { source_token } = tokens
  if (source_token === null) {
    throw deadGrant(
      "The Page's token is no longer accepted, and it was not connected through Facebook's consent page. Reconnect the Page."
    )
  }
  const person = { ...tokens, access_token: source_token }
  try {
    const page = await graph.get(personCall(person, call), {
      endpoint: "GET /{page-id}?fields=access_token",
      path: encodeURIComponent(external_id),
      params: { fields: "access_token" },
    })
    const access_token = toText(toRecord(page)?.access_token)
    if (!access_token) {
      throw roleLost()
    }
    // One with an end has that of the system user it was made from.
    const expires_at = tokens.expires_at && tokens.source_expires_at
    return { ...tokens, access_token, issued_at: call.now(), expires_at }
  } catch (thrown) {
    throw asDeadGrant(PlatformError.from(thrown))
  }
}

/** Without a role the Page is hidden, or shown without a token. */
const asDeadGrant = (error: PlatformError): PlatformError =>
  error.kind === "permission" || error.kind === "gone"
    ? roleLost(error.code)
    : error

const roleLost = (code?: string) =>
  deadGrant(
    "The person who connected the Page can no longer get a token for it, perhaps because the role on the Page is lost. Reconnect it with a person who has one.",
    code
  )
