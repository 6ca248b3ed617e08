import { OAuthRefusal } from "../../core/oauth"
import { SandboxRequest } from "../../core/types"
import { Situation } from "../situation"

/** The one developer app that this stand-in knows. */
export const CLIENT = {
  id: "sandbox-x-client",
  secret: "sandbox-x-secret",
  name: "Sandbox app",
}

const missingHeader = () =>
  new OAuthRefusal(
    401,
    "unauthorized_client",
    "Missing valid authorization header"
  )

const unknownClient = () =>
  new OAuthRefusal(
    401,
    "invalid_client",
    "Value passed for the client id was invalid."
  )

export const missingParameter = (name: string) =>
  new OAuthRefusal(
    400,
    "invalid_request",
    `Missing required parameter [${name}].`
  )

/** Id and secret of a Basic header. */
function basicOf(
  request: SandboxRequest
): { id: string; secret: string } | undefined {
  const header = request.headers.authorization ?? ""
  const text = /^Basic (\S+)$/i.exec(header)?.[1]
  const decoded = Buffer.from(text ?? "", "base64").toString("utf8")
  const colon = decoded.indexOf(":")
  return colon < 0
    ? undefined
    : { id: decoded.slice(0, colon), secret: decoded.slice(colon + 1) }
}

/**
 * Refuses a request that does not come from the client: a confidential client
 * proves itself with a Basic header, a public one names its id in the form
 * (https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code).
 *
 * A wrong secret reads like a missing header, an unknown id is
 * `invalid_client` (public reports: xdevplatform/twitter-api-typescript-sdk#23,
 * unasuke/omniauth-twitter2#4; the description of the latter is unverified).
 */
export function authenticateClient(
  request: SandboxRequest,
  form: Record<string, string>,
  situation: Situation
): void {
  const basic = basicOf(request)
  const named = [basic?.id, form.client_id].filter((id) => id !== undefined)
  if (named.some((id) => id !== CLIENT.id)) {
    throw unknownClient()
  }
  if (situation.client === "public") {
    if (basic) {
      throw missingHeader()
    }
    if (!form.client_id) {
      throw missingParameter("client_id")
    }
    return
  }
  if (basic?.secret !== CLIENT.secret) {
    throw missingHeader()
  }
}
