import type { ErrorKind, ErrorScope } from "../../platform-kit"

/** One row of the error table; the first that fits decides. */
export interface LinkedInErrorRow {
  /** Any of these; within one, everything that is given. */
  matches: readonly {
    status?: number
    /** `serviceErrorCode` of the body. */
    service?: number
    code?: string
    text?: RegExp
  }[]
  kind: ErrorKind
  scope: ErrorScope
  /** Ours, where LinkedIn's own does not tell. */
  code?: string
  /** Daily limits are reset at midnight UTC. */
  park?: true
  sentence: string
}

/** Code of a 404 that speaks of the address, not of a post. */
export const UNKNOWN_ADDRESS = "unknown_address"

/** Code of a 429 that may pass by itself within moments. */
export const THROTTLED = "throttled"

const DAY_LIMIT =
  "Syncing continues by itself after midnight UTC, when LinkedIn starts a new day."

/**
 * Refused requests and the entries of a batch's `errors`.
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 */
export const LINKEDIN_ERRORS: readonly LinkedInErrorRow[] = [
  {
    matches: [{ service: 65601 }, { code: "REVOKED_ACCESS_TOKEN" }],
    kind: "auth",
    scope: "account",
    code: "REVOKED_ACCESS_TOKEN",
    sentence:
      "LinkedIn no longer accepts the account's token: it was revoked. Reconnect the account.",
  },
  {
    matches: [{ service: 65602 }, { code: "EXPIRED_ACCESS_TOKEN" }],
    kind: "auth",
    scope: "account",
    code: "EXPIRED_ACCESS_TOKEN",
    sentence:
      "LinkedIn no longer accepts the account's token: it has expired. Reconnect the account.",
  },
  {
    matches: [{ status: 401 }],
    kind: "auth",
    scope: "account",
    sentence:
      "LinkedIn does not accept the account's token. Reconnect the account.",
  },
  {
    // Reads like a permission problem and is one of encoding.
    matches: [{ text: /unpermitted fields? present/i }],
    kind: "invalid",
    scope: "account",
    code: "UNPERMITTED_FIELDS",
    sentence:
      "LinkedIn refused how the request was written. Report this as a defect of the plugin.",
  },
  {
    matches: [{ code: "ACCESS_DENIED" }, { service: 100 }, { status: 403 }],
    kind: "permission",
    scope: "account",
    code: "ACCESS_DENIED",
    sentence:
      "Permission denied: LinkedIn does not let the connected member read this. Connect the account as an administrator of the page and grant all scopes.",
  },
  {
    matches: [{ status: 426 }, { code: "NONEXISTENT_VERSION" }],
    kind: "invalid",
    scope: "app",
    code: "NONEXISTENT_VERSION",
    sentence:
      "LinkedIn has shut off the API version this store is set to, so nothing can be read. Set the option api_version of the LinkedIn platform to a current one (year and month) and restart.",
  },
  {
    matches: [{ code: "VERSION_MISSING" }],
    kind: "invalid",
    scope: "app",
    sentence:
      "LinkedIn asks for an API version. Check the option api_version of the LinkedIn platform and that no proxy removes headers.",
  },
  {
    // `APPLICATION_AND_MEMBER` is the member's share of it.
    matches: [{ status: 429, text: /\bapplication\b.*\bday\b/i }],
    kind: "rate_limit",
    scope: "app",
    code: "app_day_limit",
    park: true,
    sentence: `Rate limit exceeded: the app has used up its calls on LinkedIn for today. ${DAY_LIMIT}`,
  },
  {
    matches: [{ status: 429, text: /\bday\b/i }],
    kind: "rate_limit",
    scope: "account",
    code: "member_day_limit",
    park: true,
    sentence: `Rate limit exceeded: the account has used up its calls on LinkedIn for today. ${DAY_LIMIT}`,
  },
  {
    matches: [{ status: 429 }],
    kind: "rate_limit",
    scope: "account",
    code: THROTTLED,
    park: true,
    sentence: `Rate limit exceeded on LinkedIn. ${DAY_LIMIT}`,
  },
  {
    matches: [{ status: 404, text: /virtual resource/i }, { status: 999 }],
    kind: "invalid",
    scope: "app",
    code: UNKNOWN_ADDRESS,
    sentence:
      "LinkedIn does not know the address that was called. Check the option base_url of the LinkedIn platform.",
  },
  {
    matches: [{ status: 404 }, { status: 410 }],
    kind: "gone",
    scope: "post",
    code: "RESOURCE_NOT_FOUND",
    sentence:
      "Post not found: LinkedIn does not know the post (any more). It may have been deleted.",
  },
  {
    matches: [{ code: "QUERY_PARAM_NOT_ALLOWED" }],
    kind: "invalid",
    scope: "account",
    sentence:
      "LinkedIn refused how the request was written. Report this as a defect of the plugin.",
  },
  {
    matches: [{ status: 400 }, { status: 422 }],
    kind: "invalid",
    scope: "post",
    sentence:
      "LinkedIn refused the request as invalid. Check the post's id; if it is right, report this as a defect of the plugin.",
  },
]
