import { isRedirectUri } from "../../core/oauth"
import { SandboxRequest } from "../../core/types"
import { Situation } from "../situation"
import { CLIENT } from "./client"

/** What an app asks of a member in the dialog. */
export interface DialogRequest {
  redirect_uri: string
  state: string
  scopes: string[]
}

/**
 * Reads the address of the dialog, or says in a sentence what is wrong with it.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 * (all five parameters are required there).
 */
export function readDialogRequest(
  { query }: SandboxRequest,
  situation: Situation
): DialogRequest | string {
  const { redirect_uri = "", state = "", scope = "" } = query
  const scopes = [...new Set(scope.split(" ").filter(Boolean))]
  if (query.client_id !== CLIENT.id) {
    return "Client_id doesn't match"
  }
  if (!isRedirectUri(redirect_uri, situation.redirect_uris)) {
    return "Redirect_uri doesn't match"
  }
  if (query.response_type !== "code") {
    return "The response_type must be code"
  }
  if (!state || !scopes.length) {
    return `The ${state ? "scope" : "state"} is missing`
  }
  return { redirect_uri, state, scopes }
}
