import { OAuthRefusal } from "../../core/oauth"

/** The one developer app that this stand-in knows. */
export const CLIENT = {
  id: "sandbox-li-client",
  secret: "sandbox-li-secret",
  name: "Sandbox app",
}

export type Form = Record<string, string>

/** Worded as on the page of the authorization code flow. */
export function required(form: Form, name: string): string {
  const value = form[name]
  if (!value) {
    throw new OAuthRefusal(
      400,
      "invalid_request",
      `A required parameter "${name}" is missing`
    )
  }
  return value
}

/**
 * Refuses a form that does not carry the client's id and secret; LinkedIn reads
 * no Basic header. Public reports word it so (authlib/authlib#719).
 */
export function authenticateClient(form: Form): void {
  const id = required(form, "client_id")
  const secret = required(form, "client_secret")
  if (id !== CLIENT.id || secret !== CLIENT.secret) {
    throw new OAuthRefusal(
      401,
      "invalid_client",
      "Client authentication failed"
    )
  }
}
