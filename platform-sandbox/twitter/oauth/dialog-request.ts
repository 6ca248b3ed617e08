import { isRedirectUri } from "../../core/oauth"
import { SandboxRequest } from "../../core/types"
import { Situation } from "../situation"
import { CLIENT } from "./client"
import { ChallengeMethod, isChallengeMethod } from "./pkce"
import { SCOPES } from "./scopes"

/** What an app asks of a user in the dialog. */
export interface DialogRequest {
  redirect_uri: string
  state: string
  scopes: string[]
  challenge: string
  method: ChallengeMethod
}

const LONGEST_STATE = 500

/**
 * Reads the address of the dialog, or says in a sentence what is wrong with it.
 *
 * X shows its own error page for every wrong parameter and sends nothing back
 * to the app (public report for the challenge method:
 * xdevplatform/twitter-api-typescript-sdk#59; for scopes and state unverified).
 * That a missing `code_challenge_method` is refused is unverified.
 */
export function readDialogRequest(
  { query }: SandboxRequest,
  situation: Situation
): DialogRequest | string {
  const { redirect_uri = "", state = "", scope = "" } = query
  const { code_challenge: challenge, code_challenge_method: method } = query
  const scopes = [...new Set(scope.split(" ").filter(Boolean))]
  const unknown = scopes.filter((one) => !SCOPES.includes(one))
  if (query.client_id !== CLIENT.id) {
    return "The client_id is not known."
  }
  if (!isRedirectUri(redirect_uri, situation.redirect_uris)) {
    return "The redirect_uri is not one of the app's callback URLs."
  }
  if (query.response_type !== "code") {
    return "The response_type must be code."
  }
  if (!state || state.length > LONGEST_STATE) {
    return `The state must have 1 to ${LONGEST_STATE} characters.`
  }
  if (!scopes.length || unknown.length) {
    return `The scope is missing or unknown: ${unknown.join(" ")}`
  }
  if (!challenge || !isChallengeMethod(method)) {
    return "A code_challenge with its code_challenge_method is needed."
  }
  return { redirect_uri, state, scopes, challenge, method }
}
