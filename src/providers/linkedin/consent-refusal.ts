import {
  type ConsentRefusal,
  OAUTH_CODES,
  operatorError,
  type PlatformError,
  refusedConnection,
} from "../../platform-kit"
import { PAGES_PRODUCT, productOf } from "./scopes"

/** The member did not log in, or did and did not agree. */
const CANCELLED = ["user_cancelled_login", "user_cancelled_authorize"]

/**
 * What LinkedIn's consent page says instead of a code; `null` for what is not
 * LinkedIn's own.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 *
 * @param scopes what was asked for; LinkedIn names the one it refuses
 */
export function consentRefusal(
  { error, error_description = "" }: ConsentRefusal,
  scopes: readonly string[]
): PlatformError | null {
  if (CANCELLED.includes(error)) {
    return refusedConnection(
      OAUTH_CODES.cancelled,
      error === "user_cancelled_login"
        ? "You did not log in on LinkedIn, so nothing was connected. Start again when you are ready."
        : "You cancelled on LinkedIn, so nothing was connected. Start again when you are ready, and allow the access there."
    )
  }
  if (error !== "unauthorized_scope_error") {
    return null
  }
  const named: readonly string[] = error_description.match(/\w+/g) ?? []
  const scope = scopes.find((name) => named.includes(name))
  return operatorError(
    error,
    scope
      ? `The app on LinkedIn may not ask for ${scope}: it lacks the product "${productOf(scope)}". ${remedyFor(scope)}`
      : `The app on LinkedIn may not ask for all that it asks for: it lacks a product, most likely the "${PAGES_PRODUCT}". Request that under Products in LinkedIn's developer portal, or shorten the option scopes.`
  )
}

const remedyFor = (scope: string): string =>
  productOf(scope) === PAGES_PRODUCT
    ? `Request that under Products in LinkedIn's developer portal, or take ${scope} out of the option scopes.`
    : `Take ${scope} out of the option scopes: pages are read without it, and LinkedIn gives the "${PAGES_PRODUCT}" to apps that have no other product. Only the numbers of people need it; request its product then.`
