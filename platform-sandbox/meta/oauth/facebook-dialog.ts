import { ConsentScope, errorPage } from "../../core/consent-page"
import { isRedirectUri } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { VERSIONS } from "../target"
import { MINUTE } from "../time"
import { OAuthDesk } from "./desk"
import { ALWAYS_GRANTED, answerDialog } from "./dialog"

const ASSET_SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "pages_read_user_content",
  "read_insights",
  "business_management",
  "instagram_basic",
  "instagram_manage_insights",
  "instagram_manage_comments",
]

/** What the app may ask for; anything else is an invalid scope. */
const KNOWN_SCOPES = [
  ...ASSET_SCOPES,
  ALWAYS_GRANTED,
  "ads_management",
  "ads_read",
  "email",
  "pages_manage_engagement",
  "pages_manage_metadata",
  "pages_manage_posts",
]

/** What a configuration's tokens are like. */
interface TokenKind {
  /** Of a system user instead of the person. */
  system: boolean
  /** A system user's token can be made to end after 60 days. */
  ends?: boolean
}

/** Configurations of Facebook Login for Business, by id. */
const CONFIGURATIONS: Record<string, TokenKind> = {
  "300000000000003": { system: false },
  "300000000000004": { system: true },
  "300000000000005": { system: true, ends: true },
}

interface Wanted extends TokenKind {
  scopes: ConsentScope[]
}

/** `config_id` replaces `scope`, and is granted whole or not (meta-common §4). */
function wantedOf(query: Record<string, string>): Wanted | string {
  const always = { name: ALWAYS_GRANTED, fixed: true }
  if (query.config_id !== undefined) {
    const found = CONFIGURATIONS[query.config_id]
    const scopes = ASSET_SCOPES.map((name) => ({ name, fixed: true }))
    return found
      ? { ...found, scopes: found.system ? scopes : [always, ...scopes] }
      : `Invalid configuration: ${query.config_id}`
  }
  const names = (query.scope ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = names.filter((name) => !KNOWN_SCOPES.includes(name))
  const asked = [...new Set(names)].filter((name) => name !== ALWAYS_GRANTED)
  return unknown.length
    ? `Invalid Scopes: ${unknown.join(", ")}`
    : { scopes: [always, ...asked.map((name) => ({ name }))], system: false }
}

/**
 * `www.facebook.com/{version}/dialog/oauth`. Meta shows a page instead of
 * returning when the app, the address or a scope is unknown; the wordings are
 * those people report, e.g. https://github.com/rgr4y/loltinder/issues/8
 */
export function facebookDialog(
  desk: OAuthDesk,
  request: SandboxRequest
): SandboxAnswer {
  const { query, method } = request
  const endpoint = `${method} /dialog/oauth`
  const path = /^(?:\/(v[^/]*))?\/dialog\/oauth\/?$/.exec(request.rawPath)
  if (!path) {
    const lost = errorPage("Not found", "This page isn't available.", endpoint)
    return { ...lost, status: 404, endpoint: `${method} ${request.rawPath}` }
  }
  if (path[1] && !VERSIONS.includes(path[1])) {
    return errorPage("Error", `Unknown version: ${path[1]}`, endpoint)
  }
  const app = desk.apps.facebook
  if (query.client_id !== app.id) {
    const text = "The provided app ID does not look like a valid app ID."
    return errorPage("Invalid App ID", text, endpoint)
  }
  if (!isRedirectUri(query.redirect_uri ?? "", app.redirect_uris)) {
    const text =
      "This redirect failed because the redirect URI is not whitelisted in " +
      "the app's Client OAuth Settings."
    return errorPage("URL Blocked", text, endpoint)
  }
  // Other response types exist; a server has no use for a token in a fragment.
  if ((query.response_type ?? "code") !== "code") {
    const text = `Invalid response_type: ${query.response_type}`
    return errorPage("Error", text, endpoint)
  }
  const wanted = wantedOf(query)
  if (typeof wanted === "string") {
    return errorPage("Error", wanted, endpoint)
  }
  return answerDialog(
    desk,
    {
      platform: "facebook",
      label: "Facebook",
      app,
      ...wanted,
      // Whether `reauthorize` shows them too is not documented: it does not here.
      rerequest: query.auth_type === "rerequest",
      // The documentation names no life of a code: ten minutes are assumed.
      code_lifetime_ms: 10 * MINUTE,
      error_description: "Permissions error",
      fragment: "",
    },
    request,
    endpoint
  )
}
