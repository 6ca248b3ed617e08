import type { AuthorizeRequest } from "../../connecting"
import { addressOn } from "../../connection-flow"
import type { PlatformScope } from "../../profile"
import type { FacebookApp } from "./facebook-app"

/**
 * The address of Facebook's consent page. With a configuration, that one says
 * which permissions are asked for. Who connects again is asked for what is
 * missing: the page passes over what was granted before, and a token must never
 * be left with less than all, so the whole list is sent. Whoever seems new may
 * have unticked something long ago, and is otherwise never asked for it again.
 * https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow
 * https://developers.facebook.com/documentation/facebook-login/web/permissions
 */
export function facebookDialog(
  app: FacebookApp,
  request: AuthorizeRequest,
  scopes: readonly PlatformScope[]
): string {
  const { client_id = "" } = app
  return addressOn(app.dialog_url, `${app.api_version}/dialog/oauth`, {
    client_id,
    redirect_uri: request.redirect_uri,
    state: request.state,
    response_type: "code",
    ...(app.config_id === undefined
      ? {
          scope: scopes.map(({ name }) => name).join(","),
          auth_type: authType(request.granted, scopes),
        }
      : {
          config_id: app.config_id,
          override_default_response_type: "true",
        }),
  })
}

/** `reauthorize` starts the 90 days of data access anew. */
function authType(
  granted: AuthorizeRequest["granted"],
  scopes: readonly PlatformScope[]
): "reauthorize" | "rerequest" {
  const complete = scopes.every(({ name }) => granted?.includes(name))
  return complete ? "reauthorize" : "rerequest"
}
