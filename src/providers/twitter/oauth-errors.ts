import {
  deadGrant,
  type HttpAnswer,
  OAUTH_CODES,
  type OAuthProblem,
  operatorError,
  PlatformError,
  readOAuthProblem,
  refusedConnection,
} from "../../platform-kit"

/** Wrong credentials; a wrong secret reads "Missing valid authorization header". */
const CLIENT_ERRORS = ["invalid_client", "unauthorized_client"]

const DEAD_GRANT = "invalid_grant"

/** "Value passed for the token was invalid"; other parameters read alike. */
const NOT_VALID = /\b(token|authorization code)\b.*was invalid/i

/**
 * What a refused code means.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 * (wordings: https://github.com/plhery/node-twitter-api-v2/issues/496)
 */
export function exchangeRefusal(
  answer: HttpAnswer,
  redirect_uri: string
): PlatformError {
  const problem = readOAuthProblem(answer.body)
  if (isClientError(answer, problem)) {
    return wrongClient()
  }
  if (/redirect.?uri/i.test(problem.description)) {
    return operatorError(
      OAUTH_CODES.redirect_uri,
      `X does not take the redirect URL. Register exactly this one in the app's settings, letter by letter: ${redirect_uri}`
    )
  }
  // Codes live for 30 seconds and work once.
  return isDead(problem) || /\bcode\b/i.test(problem.description)
    ? refusedConnection(
        OAUTH_CODES.code,
        "The consent took too long or was used already. Start again."
      )
    : unexpected(answer, problem)
}

/** What a refused refresh token means. */
export function refreshRefusal(answer: HttpAnswer): PlatformError {
  const problem = readOAuthProblem(answer.body)
  if (isClientError(answer, problem)) {
    return wrongClient()
  }
  return isDead(problem)
    ? deadGrant(
        "X has ended the connection: the account's holder took the access back, it was not used for months, or a copy of the store (a backup, a test system) used the connection up. Connect the account again."
      )
    : unexpected(answer, problem)
}

/** Why an access was not taken back; `null` when it is gone. */
export function revokeRefusal(answer: HttpAnswer): PlatformError | null {
  const problem = readOAuthProblem(answer.body)
  if (answer.status < 400) {
    return isRefused(answer.body) ? notRevoked() : null
  }
  if (isClientError(answer, problem)) {
    return wrongClient()
  }
  return isDead(problem) ? null : unexpected(answer, problem)
}

/** 401 says it too, but for a grant that is called dead by its name. */
const isClientError = ({ status }: HttpAnswer, { error }: OAuthProblem) =>
  error !== DEAD_GRANT && (status === 401 || CLIENT_ERRORS.includes(error))

const isDead = ({ error, description }: OAuthProblem) =>
  error === DEAD_GRANT ||
  (error === "invalid_request" && NOT_VALID.test(description))

const isRefused = (body: unknown) =>
  typeof body === "object" &&
  body !== null &&
  "revoked" in body &&
  body.revoked === false

const wrongClient = () =>
  operatorError(
    OAUTH_CODES.app_credentials,
    'X does not accept the app. Check the options client_id and client_secret: they are those of OAuth 2.0 under "Keys and tokens" in the developer portal of X. Leave client_secret out only for a public client.'
  )

const unexpected = ({ status }: HttpAnswer, { error }: OAuthProblem) =>
  operatorError(
    error || `http_${status}`,
    `X refused a question about the token (${error || `HTTP ${status}`}). Check the options of the X platform; if they are right, report this as a defect of the plugin.`
  )

const notRevoked = () =>
  new PlatformError({
    kind: "transient",
    scope: "account",
    code: "not_revoked",
    message:
      "X did not take the access back. Try again, or remove the app on x.com under Settings, Security and account access, Apps and sessions.",
  })
