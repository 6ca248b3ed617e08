import {
  addressOn,
  type AuthorizeRequest,
  type PlatformScope,
} from "../../../platform-kit"
import type { InstagramApp } from "./instagram-app"

/**
 * The address of Instagram's consent page. It knows no request for only what is
 * missing: the whole list is asked for each time.
 * https://developers.facebook.com/documentation/instagram-platform/reference/oauth-authorize
 */
export function instagramDialog(
  app: InstagramApp,
  { redirect_uri, state }: AuthorizeRequest,
  scopes: readonly PlatformScope[]
): string {
  const { client_id = "" } = app
  return addressOn(app.dialog_url, "oauth/authorize", {
    client_id,
    redirect_uri,
    response_type: "code",
    scope: scopes.map(({ name }) => name).join(","),
    state,
  })
}
