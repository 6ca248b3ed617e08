import {
  addressOn,
  type AuthorizeRequest,
  type ConnectionFlow,
  OAUTH_CODES,
  refusedConnection,
  requireFlow,
} from "../../platform-kit"
import type { TwitterOptions } from "./options"
import { twitterProfile } from "./profile"

const { label, scopes } = twitterProfile

/** The ways to connect an account of X: one. */
export function xFlows({ client_id }: TwitterOptions): ConnectionFlow[] {
  return [
    {
      id: "default",
      label: "X login",
      help: "Log in on X as the account whose posts the store shows. The permission to stay connected keeps the numbers coming.",
      scopes,
      // Without a secret it is a public client.
      missing_options: client_id === undefined ? ["client_id"] : [],
      pkce: true,
    },
  ]
}

/**
 * The address of X's consent page. Scopes are all or nothing there.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 *
 * @throws PlatformError `invalid` for an unknown or unconfigured flow
 */
export function consentAddress(
  options: TwitterOptions,
  { flow, redirect_uri, state, code_challenge }: AuthorizeRequest
): string {
  requireFlow(label, xFlows(options), flow)
  return addressOn(options.oauth_base_url, "i/oauth2/authorize", {
    response_type: "code",
    client_id: options.client_id ?? "",
    redirect_uri,
    scope: scopes.map(({ name }) => name).join(" "),
    state,
    code_challenge: requirePkce(code_challenge),
    code_challenge_method: "S256",
  })
}

/** @throws PlatformError `invalid` when the connection began without PKCE */
export function requirePkce(text: string | null): string {
  if (text === null) {
    throw refusedConnection(
      OAUTH_CODES.code,
      "X wants a code verifier (PKCE), and this connection began without one. Start again."
    )
  }
  return text
}
