import type { ConnectionFlow } from "../../platform-kit"
import { facebookProfile } from "./profile"

/**
 * The one way to connect Pages.
 *
 * @param missing_options names of the options that are not set yet
 */
export function facebookFlows(missing_options: string[]): ConnectionFlow[] {
  return [
    {
      id: "default",
      label: "Facebook login",
      help: "Log in on Facebook as a person with a role on the Page that allows insights, and select the Pages to connect. Personal profiles cannot be connected.",
      scopes: facebookProfile.scopes,
      missing_options,
      pkce: false,
    },
  ]
}
