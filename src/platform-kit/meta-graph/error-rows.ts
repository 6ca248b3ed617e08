import type { GraphErrorRow } from "./error-table"

const RECONNECT = "Reconnect the account with a new token."

/** Rows 4 to 6: limits. */
export const LIMIT_ROWS: readonly GraphErrorRow[] = [
  {
    name: "app_limit",
    matches: [{ code: 4 }, { code: 341 }, { code: 613 }],
    kind: "rate_limit",
    scope: "app",
    park_minutes: 30,
    sentence:
      "Rate limit exceeded: the app has used up its calls on {platform}. Syncing continues by itself later.",
  },
  {
    name: "account_limit",
    matches: [
      { code: 17 },
      { code: 32 },
      { code: [80000, 80014] },
      { status: 429 },
    ],
    kind: "rate_limit",
    scope: "account",
    park_minutes: 30,
    sentence:
      "Rate limit exceeded: the account has used up its calls on {platform}. Syncing continues by itself later.",
  },
  {
    name: "policy_block",
    matches: [{ code: 368 }],
    kind: "rate_limit",
    scope: "account",
    park_minutes: 360,
    sentence:
      "Rate limit exceeded: {platform} has blocked the account for a while because of its policies. Look for a notice from Meta.",
  },
]

/** Rows 7 to 11: tokens. */
export const AUTH_ROWS: readonly GraphErrorRow[] = [
  {
    name: "wrong_host",
    matches: [{ code: 190, text: /cannot parse access token/i }],
    kind: "auth",
    scope: "account",
    code: "190/wrong_host",
    sentence:
      "{platform} cannot read the token: it comes from the other login (Instagram or Facebook) or is incomplete. Check the account's login setting and paste the token again.",
  },
  {
    name: "wrong_token_kind",
    matches: [
      { code: 190, subcode: 2069032 },
      { code: 10, text: /does not match page access token/i },
    ],
    kind: "auth",
    scope: "account",
    sentence:
      "The token is not the Page's own: a Page access token of this Page is needed. Reconnect the account with that one.",
  },
  {
    name: "role_lost",
    matches: [{ code: 190, subcode: 492 }],
    kind: "auth",
    scope: "account",
    sentence:
      "The person who connected the account no longer has a role on the Page. Reconnect it with a person who has.",
  },
  {
    name: "checkpoint",
    matches: [
      { code: 190, subcode: 459 },
      { code: 190, subcode: 464 },
    ],
    kind: "auth",
    scope: "account",
    sentence:
      "Facebook asks the person who connected the account to confirm something. Log in on facebook.com, then reconnect the account.",
  },
  {
    name: "app_removed",
    matches: [{ code: 190, subcode: 458 }],
    kind: "auth",
    scope: "account",
    sentence: `The app was removed from the account, so its token is no longer valid. ${RECONNECT}`,
  },
  {
    name: "password_changed",
    matches: [{ code: 190, subcode: 460 }],
    kind: "auth",
    scope: "account",
    sentence: `The password was changed, so the token is no longer valid. ${RECONNECT}`,
  },
  {
    name: "expired",
    matches: [{ code: 190, subcode: 463 }],
    kind: "auth",
    scope: "account",
    sentence: `The token has expired. ${RECONNECT}`,
  },
  {
    name: "invalid_token",
    matches: [{ code: 190 }, { code: 102 }],
    kind: "auth",
    scope: "account",
    sentence: `{platform} no longer accepts the account's token. ${RECONNECT}`,
  },
]

const KNOWN_PERMISSION_WORDING = /permission|feature/i

/** Rows 12 to 15: code 10 has three meanings, code 100 with 33 two. */
export const PERMISSION_ROWS: readonly GraphErrorRow[] = [
  {
    name: "too_few_viewers",
    matches: [{ code: 10, text: /not enough viewers/i }],
    kind: "no_data",
    scope: "post",
    code: "too_few_viewers",
    sentence:
      "{platform} shows no insights until at least five people have seen the story.",
  },
  {
    name: "unreadable_object",
    matches: [
      { code: 10, text: /object does not exist, cannot be loaded/i },
      { code: 100, text: /object does not exist, cannot be loaded/i },
    ],
    kind: "gone",
    scope: "post",
    code: "object_unreadable",
    sentence:
      "Post not found: {platform} does not know it (any more), or the token may not read it. It may have been deleted.",
  },
  {
    name: "missing_scope",
    matches: [
      { code: 3 },
      { code: 10, text: KNOWN_PERMISSION_WORDING },
      { code: [200, 299] },
    ],
    kind: "permission",
    scope: "account",
    names: "scope",
    sentence:
      "Permission denied: the token lacks {scope} for this on {platform}. Reconnect the account and grant it.",
  },
  {
    name: "unclear_permission",
    matches: [{ code: 10 }],
    kind: "permission",
    scope: "account",
    code: "10/unclear",
    sentence:
      "Permission denied: {platform} does not allow this with the account's token. Reconnect the account and grant all permissions.",
  },
  {
    name: "not_found",
    matches: [
      { code: 100, subcode: 33 },
      { code: 100, text: /unsupported get request/i },
    ],
    kind: "gone",
    scope: "post",
    code: "100/33",
    sentence:
      "Post not found: {platform} does not know it (any more). It may have been deleted.",
  },
]

const METRIC_SENTENCE =
  "{platform} does not offer one of the metrics for this kind of post. The others are read without it."

/** Rows 16 to 19: refused metrics. */
export const METRIC_ROWS: readonly GraphErrorRow[] = [
  {
    name: "names_refused_metrics",
    matches: [{ code: 100, text: /does not support the (.+?) metrics?\b/i }],
    kind: "unsupported_metric",
    scope: "metric",
    names: "refused_metrics",
    sentence: METRIC_SENTENCE,
  },
  {
    name: "names_allowed_metrics",
    matches: [
      {
        code: 100,
        text: /metric\S* must be one of the following values: (.+)/i,
      },
    ],
    kind: "unsupported_metric",
    scope: "metric",
    names: "allowed_metrics",
    sentence: METRIC_SENTENCE,
  },
  {
    name: "names_no_metric",
    matches: [
      { code: 100, text: /must be a valid insights metric/i },
      { code: 100, text: /metric is no longer supported/i },
    ],
    kind: "unsupported_metric",
    scope: "metric",
    sentence: METRIC_SENTENCE,
  },
]
