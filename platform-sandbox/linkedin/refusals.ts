/** An answer that ends the request. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>
  ) {
    super(`HTTP ${status}`)
  }
}

function refusal(
  status: number,
  code: string,
  message: string,
  serviceErrorCode?: number
): Refusal {
  return new Refusal(status, {
    status,
    ...(serviceErrorCode === undefined ? {} : { serviceErrorCode }),
    code,
    message,
  })
}

/** The documented minimum, without a `code` (§6). */
export const emptyToken = () =>
  new Refusal(401, {
    message: "Empty oauth2_access_token",
    serviceErrorCode: 401,
    status: 401,
  })

// Codes of expired and unknown tokens are unverified.
export const invalidToken = () =>
  refusal(401, "INVALID_ACCESS_TOKEN", "Invalid access token", 65600)

export const revokedToken = () =>
  refusal(
    401,
    "REVOKED_ACCESS_TOKEN",
    "The token used in the request has been revoked by the user",
    65601
  )

export const expiredToken = () =>
  refusal(
    401,
    "EXPIRED_ACCESS_TOKEN",
    "The token used in the request has expired",
    65602
  )

/** Status and code of a missing version are unverified. */
export const missingVersion = () =>
  refusal(
    400,
    "VERSION_MISSING",
    "A version must be present. Please specify a version by adding the LinkedIn-Version header."
  )

/** The version is echoed with a day appended (§1). */
export const inactiveVersion = (version: string) =>
  refusal(
    426,
    "NONEXISTENT_VERSION",
    `Requested version ${version}01 is not active`
  )

export const accessDenied = (what: string) =>
  refusal(
    403,
    "ACCESS_DENIED",
    `Not enough permissions to access: ${what}`,
    100
  )

/** A badly encoded list, which reads like a permission problem (§3). */
export const unpermittedField = (field: string) =>
  refusal(
    403,
    "ACCESS_DENIED",
    `Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/${field}]`
  )

export const paramNotAllowed = (name: string) =>
  refusal(
    400,
    "QUERY_PARAM_NOT_ALLOWED",
    `Query parameter ${name} is not allowed`
  )

export const badSyntax = (message: string) =>
  refusal(400, "ILLEGAL_ARGUMENT", message)

export const paramInvalid = (name: string, message: string) =>
  refusal(400, "PARAM_INVALID", `Invalid param ${name}: ${message}`)

/** Status unverified; the documentation only says to tunnel. */
export const queryTooLong = (length: number) =>
  refusal(
    414,
    "URI_TOO_LONG",
    `Query of ${length} characters is longer than 4000; use query tunnelling`
  )

export const notFound = (what: string) =>
  refusal(404, "RESOURCE_NOT_FOUND", `${what} was not found`)

/** No rate headers and no Retry-After (§7); worded as in public reports. */
export const throttled = (whose: "APPLICATION" | "APPLICATION_AND_MEMBER") =>
  refusal(
    429,
    "TOO_MANY_REQUESTS",
    `Resource level throttle ${whose} DAY limit for calls to this resource is reached.`,
    101
  )
