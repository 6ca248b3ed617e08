import { errorPage } from "../../core/consent-page"
import { isRedirectUri } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { HOUR } from "../time"
import { OAuthDesk } from "./desk"
import { answerDialog } from "./dialog"

/** Assumed to be the scope a person cannot refuse: nothing works without it. */
const BASIC = "instagram_business_basic"

const KNOWN_SCOPES = [
  BASIC,
  "instagram_business_manage_insights",
  "instagram_business_manage_comments",
  "instagram_business_manage_messages",
  "instagram_business_content_publish",
]

/**
 * `www.instagram.com/oauth/authorize` (instagram §9). A request that is not in
 * order gets a page; "Invalid platform app" is what Instagram writes when the
 * Meta app's id is used: https://github.com/pdir/social-feed-bundle/issues/167
 */
export function instagramDialog(
  desk: OAuthDesk,
  request: SandboxRequest
): SandboxAnswer {
  const { query, method } = request
  const endpoint = `${method} /oauth/authorize`
  if (!/^\/oauth\/authorize\/?$/.test(request.rawPath)) {
    const lost = errorPage("Not found", "This page isn't available.", endpoint)
    return { ...lost, status: 404, endpoint: `${method} ${request.rawPath}` }
  }
  const invalid = (what: string) =>
    errorPage(
      "Invalid Request",
      `Request parameters are invalid: ${what}`,
      endpoint
    )
  const app = desk.apps.instagram
  if (query.client_id !== app.id) {
    return invalid("Invalid platform app")
  }
  if (!isRedirectUri(query.redirect_uri ?? "", app.redirect_uris)) {
    return invalid("Invalid redirect_uri")
  }
  if (query.response_type !== "code") {
    return invalid("Invalid response_type")
  }
  const names = [...new Set((query.scope ?? "").split(",").filter(Boolean))]
  const unknown = names.filter((name) => !KNOWN_SCOPES.includes(name))
  if (unknown.length || !names.includes(BASIC)) {
    return invalid(`Invalid scope: ${unknown.join(", ") || "none"}`)
  }
  return answerDialog(
    desk,
    {
      platform: "instagram",
      label: "Instagram",
      app,
      scopes: names.map((name) => ({
        name,
        ...(name === BASIC ? { fixed: true } : {}),
      })),
      system: false,
      // The whole list is shown each time.
      rerequest: true,
      code_lifetime_ms: HOUR,
      error_description: "The user denied your request",
      fragment: "#_",
    },
    request,
    endpoint
  )
}
