import { readForm } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { OAuthDesk } from "./desk"
import { REDIRECT_DIFFERS } from "./oauth-errors"

const ENDPOINT = "/oauth/access_token"

/** The envelope of this host alone (meta-common §5.2). */
function refuse(error_message: string, endpoint: string): SandboxAnswer {
  return {
    status: 400,
    body: { error_type: "OAuthException", code: 400, error_message },
    endpoint,
  }
}

/**
 * `user_id` is a number beyond 2^53 here, so it is put into the text: a client
 * that parses it as a number gets another id. It is the app-scoped id.
 */
function tokenBody(
  shape: "data" | "flat",
  token: string,
  app_scoped_id: string,
  scopes: string[]
): string {
  const item = JSON.stringify({
    access_token: token,
    user_id: 0,
    permissions: shape === "data" ? scopes.join(",") : scopes,
  }).replace('"user_id":0', `"user_id":${app_scoped_id}`)
  return shape === "data" ? `{"data":[${item}]}` : item
}

/**
 * `POST api.instagram.com/oauth/access_token`, form-encoded (instagram §9).
 * "Invalid platform app" is what the host says to the Meta app's id, and to a
 * body that is no form: https://github.com/pdir/social-feed-bundle/issues/105,
 * https://github.com/parse-community/parse-server/issues/6756. The wordings
 * about method, grant type and secret are unverified.
 */
export function instagramCode(
  desk: OAuthDesk,
  request: SandboxRequest
): SandboxAnswer {
  const { method } = request
  const path = request.rawPath.replace(/\/$/, "")
  const endpoint = `${method} ${path}`
  if (path !== ENDPOINT || method !== "POST") {
    return refuse(`Unsupported request - method type: ${method}`, endpoint)
  }
  const form = readForm(request)
  const app = desk.apps.instagram
  if (form.client_id !== app.id) {
    return refuse("Invalid platform app", endpoint)
  }
  if (form.client_secret !== app.secret) {
    return refuse("Error validating client secret.", endpoint)
  }
  if (form.grant_type !== "authorization_code") {
    return refuse("Invalid grant_type", endpoint)
  }
  const code = desk.codes.find(form.code, app.id)
  if (!code || code.used || desk.codes.expired(code)) {
    const message = "Matching code was not found or was already used"
    return refuse(message, endpoint)
  }
  if (code.redirect_uri !== form.redirect_uri) {
    return refuse(REDIRECT_DIFFERS, endpoint)
  }
  code.used = true
  const { token } = desk.mint.instagram(code)
  const scoped_id = code.person.app_scoped_id ?? code.person.id
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: tokenBody(desk.token_answer, token, scoped_id, code.scopes),
    endpoint,
  }
}
