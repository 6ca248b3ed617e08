import type { ErrorKind, ErrorScope } from "../../platform-kit"

/** One row of the error table; the first that fits decides. */
export interface XErrorRow {
  /** Any of these; within one, everything that is given. */
  matches: readonly { status?: number; type?: string; legacy_code?: number }[]
  kind: ErrorKind
  /** `token`: the account for a user's token, the app for its own Bearer. */
  scope: ErrorScope | "token"
  /** Until when a limit parks its scope. */
  park?: "rate_reset" | "next_day" | "one_hour"
  sentence: string
}

/**
 * Refused requests.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 */
export const REQUEST_ERRORS: readonly XErrorRow[] = [
  {
    // The answer does not say on which day the cap resets: one call per day finds out.
    matches: [{ type: "usage-capped" }],
    kind: "quota",
    scope: "app",
    park: "next_day",
    sentence:
      "Quota exceeded: the app has used up the posts it may read on X in this period. Syncing continues by itself when the period is over; a larger plan lifts the cap.",
  },
  {
    matches: [{ status: 402 }],
    kind: "payment",
    scope: "app",
    park: "one_hour",
    sentence:
      "Payment required: the app's prepaid credits on X are used up. Buy credits in the developer portal of X; syncing then continues by itself.",
  },
  {
    matches: [
      { type: "rate-limit-exceeded" },
      { status: 429 },
      { legacy_code: 88 },
    ],
    kind: "rate_limit",
    scope: "token",
    park: "rate_reset",
    sentence:
      "Rate limit exceeded on X. Syncing continues by itself when the limit is reset.",
  },
  {
    matches: [{ status: 401 }],
    kind: "auth",
    scope: "account",
    sentence:
      "X no longer accepts the account's token: it has expired or was revoked. Reconnect the account.",
  },
  {
    matches: [{ type: "client-forbidden" }],
    kind: "permission",
    scope: "app",
    sentence:
      "Permission denied: the app is not enrolled for this part of X. Enrol it in the developer portal of X.",
  },
  {
    matches: [{ type: "unsupported-authentication" }],
    kind: "invalid",
    scope: "account",
    sentence:
      "X does not allow this with the account's kind of token. Connect the account with a user access token instead of the app's own, or the other way round.",
  },
  {
    matches: [{ status: 403 }],
    kind: "permission",
    scope: "account",
    sentence:
      "Permission denied: the account's token does not allow this on X. Reconnect the account and grant tweet.read and users.read.",
  },
  {
    matches: [{ status: 404, type: "resource-not-found" }],
    kind: "gone",
    scope: "post",
    sentence:
      "Post not found: X does not know the post (any more). It may have been deleted.",
  },
  {
    // Without that type the address itself is unknown, which says nothing of a post.
    matches: [{ status: 404 }, { status: 410 }],
    kind: "invalid",
    scope: "app",
    sentence:
      "X does not know the address that was called. Check the options base_url and api_version.",
  },
  {
    matches: [{ type: "invalid-request" }, { status: 400 }],
    kind: "invalid",
    scope: "post",
    sentence:
      "X refused the request as invalid. Check the post's id; if it is right, report this as a defect of the plugin.",
  },
]

/** Entries of `errors` beside the data of a good answer, by type. */
export const ITEM_ERRORS: readonly XErrorRow[] = [
  {
    matches: [{ type: "resource-not-found" }],
    kind: "gone",
    scope: "post",
    sentence:
      "Post not found: X does not know the post (any more). It may have been deleted.",
  },
  {
    matches: [{ type: "not-authorized-for-resource" }],
    kind: "permission",
    scope: "post",
    sentence:
      "Permission denied: the post's author is protected or suspended on X. Connect the author's account or remove the post.",
  },
  {
    matches: [{ type: "resource-unavailable" }],
    kind: "permission",
    scope: "post",
    sentence:
      "Permission denied: X has withheld the post. Look at it on X to find out why.",
  },
  {
    matches: [{ type: "disallowed-resource" }],
    kind: "permission",
    scope: "post",
    sentence: "Permission denied: X does not serve this post through its API.",
  },
  {
    matches: [
      { type: "not-authorized-for-field" },
      { type: "field-unauthorized" },
    ],
    kind: "unsupported_metric",
    scope: "metric",
    sentence:
      "X gives this number only to the post's author, within 30 days of posting.",
  },
]
