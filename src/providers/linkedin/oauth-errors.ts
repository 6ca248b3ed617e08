import {
  deadGrant,
  type HttpAnswer,
  OAUTH_CODES,
  type OAuthProblem,
  operatorError,
  type PlatformError,
  readOAuthProblem,
  refusedConnection,
} from "../../platform-kit"

/** A code that is used, late or from another address: one text for all. */
const ABOUT_CODE = /authorization code|redirect[ _]uri|"code"/i

/** Documented nowhere; what clients in the field look for. */
const ABOUT_GRANT = /(grant|refresh token).*(invalid|expired|revoked)/i

/**
 * What a refused code means.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 * (API error details)
 */
export function exchangeRefusal(
  answer: HttpAnswer,
  redirect_uri: string
): PlatformError {
  const problem = readOAuthProblem(answer.body)
  // First of all: an unknown code has the status of a wrong client, 401.
  return ABOUT_CODE.test(problem.description)
    ? refusedConnection(
        OAUTH_CODES.code,
        `The consent took too long or was used already. Start again. If it happens again, register exactly this redirect URL in the app's settings on LinkedIn, letter by letter: ${redirect_uri}`
      )
    : appRefusal(answer, problem)
}

/** What a refused refresh token means. */
export function refreshRefusal(answer: HttpAnswer): PlatformError {
  const problem = readOAuthProblem(answer.body)
  return problem.error === "invalid_grant" ||
    ABOUT_GRANT.test(problem.description)
    ? deadGrant(
        "LinkedIn has ended the connection: its year is over, or the member took the access back. Connect the account again."
      )
    : appRefusal(answer, problem)
}

/** A refusal that concerns the app, not a member. */
export function appRefusal(
  answer: HttpAnswer,
  problem = readOAuthProblem(answer.body)
): PlatformError {
  const { error } = problem
  if (error === "unauthorized_client") {
    return operatorError(
      OAUTH_CODES.app_credentials,
      "LinkedIn does not let the app do this: only apps of approved partners may renew tokens. Ask LinkedIn for programmatic refresh tokens."
    )
  }
  return isClientError(answer, problem)
    ? operatorError(
        OAUTH_CODES.app_credentials,
        "LinkedIn does not accept the app. Check the options client_id and client_secret: they stand under Auth in LinkedIn's developer portal."
      )
    : operatorError(
        error || `http_${answer.status}`,
        `LinkedIn refused a question about the token (${error || `HTTP ${answer.status}`}). Check the options of the LinkedIn platform; if they are right, report this as a defect of the plugin.`
      )
}

const isClientError = (
  { status }: HttpAnswer,
  { error, description }: OAuthProblem
) =>
  status === 401 ||
  error === "invalid_client" ||
  /client_(id|secret)/.test(description)
