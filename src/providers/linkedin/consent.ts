import {
  addressOn,
  type AuthorizeRequest,
  type ConnectionFlow,
  requireFlow,
} from "../../platform-kit"
import type { LinkedInOptions } from "./options"
import { linkedinProfile } from "./profile"
import { scopeOf } from "./scopes"

const { label } = linkedinProfile

/** The ways to connect accounts of LinkedIn: one for pages and people. */
export function linkedinFlows(options: LinkedInOptions): ConnectionFlow[] {
  return [
    {
      id: "default",
      label: "LinkedIn login",
      help: "Log in on LinkedIn as a super admin of the page. All pages you administer are offered afterwards.",
      scopes: options.scopes.map(scopeOf),
      missing_options: (["client_id", "client_secret"] as const).filter(
        (name) => options[name] === undefined
      ),
      pkce: false,
    },
  ]
}

/**
 * The address of LinkedIn's consent page. Scopes are all or nothing there, and
 * always the same ones, whatever was granted before.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 *
 * @throws PlatformError `invalid` for an unknown or unconfigured flow
 */
export function consentAddress(
  options: LinkedInOptions,
  { flow, redirect_uri, state }: AuthorizeRequest
): string {
  requireFlow(label, linkedinFlows(options), flow)
  return addressOn(options.oauth_base_url, "oauth/v2/authorization", {
    response_type: "code",
    client_id: options.client_id ?? "",
    redirect_uri,
    state,
    scope: options.scopes.join(" "),
  })
}
