import { TOO_MUCH_DATA } from "../batches"
import type { ErrorKind, ErrorScope } from "../errors"
import {
  AUTH_ROWS,
  LIMIT_ROWS,
  METRIC_ROWS,
  PERMISSION_ROWS,
} from "./error-rows"
import { CURSOR_EXPIRED } from "../listing"
import { PROOF_ROWS } from "./proof-rows"

/** One way to recognise an error; everything that is set must hold. */
export interface GraphErrorMatch {
  code?: number | readonly [from: number, to: number]
  subcode?: number | readonly [from: number, to: number]
  /** Refines a code; English wording, so nothing may rest on it alone. */
  text?: RegExp
  status?: number
  is_transient?: boolean
  /** The request asked for a breakdown. */
  breakdown?: boolean
}

/** One row of the table: what is recognised and what it means. */
export interface GraphErrorRow {
  /** Stable name, for tests and for reading. */
  name: string
  matches: readonly GraphErrorMatch[]
  kind: ErrorKind
  scope: ErrorScope
  /** For programs; default `code` or `code/subcode`. */
  code?: string
  /** What the message names: the first group of the match. */
  names?: "refused_metrics" | "allowed_metrics" | "scope"
  /** Limits: how long to wait when the headers give no time. */
  park_minutes?: number
  /** For merchants; `{platform}` and `{scope}` are filled in. */
  sentence: string
}

/** Codes that programs ask for by name. */
export const GRAPH_CODES = {
  too_much_data: TOO_MUCH_DATA,
  /** The object cannot be read: deleted or not permitted, ask `fields=id`. */
  unreadable: "object_unreadable",
  before_conversion: "posted_before_conversion",
  too_few_viewers: "too_few_viewers",
  /** Code 10 in words we do not know (localised). */
  unclear_permission: "10/unclear",
  /** Code 100 in words we do not know: perhaps a refused metric. */
  unclear_parameter: "100",
  end_of_list: "end_of_list",
  /** A place in a list that is no longer known. */
  expired_cursor: CURSOR_EXPIRED,
  refused_breakdown: "refused_breakdown",
  /** The app secret does not belong to the token's app. */
  wrong_proof: "appsecret_proof",
  /** The token's app wants proofs, and none was sent. */
  missing_proof: "appsecret_proof_missing",
  /** The app's own id or secret is wrong. */
  wrong_app: "app_credentials",
} as const

const REQUEST_WORDING =
  /incompatible breakdowns|should be specified with parameter metric_type|parameter period is required|periods .* incompatible|cannot be more than \d+ days|too many ids|syntax error/i

const REQUEST_SENTENCE =
  "{platform} does not understand the request. This is a fault of the plugin or its configuration; please report it."

/**
 * What Meta's errors mean, read from top to bottom, first match wins. Code and
 * subcode come first, because messages can be localised.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes
 */
export const GRAPH_ERROR_TABLE: readonly GraphErrorRow[] = [
  {
    name: "reduce_data",
    matches: [{ code: 1, text: /reduce the amount of data/i }],
    // Not `transient`: the same question would be refused again.
    kind: "invalid",
    scope: "post",
    code: GRAPH_CODES.too_much_data,
    sentence:
      "{platform} could not answer for so much at once. Sync the post again later.",
  },
  {
    name: "before_conversion",
    matches: [{ subcode: 2108006 }],
    kind: "no_data",
    scope: "post",
    code: GRAPH_CODES.before_conversion,
    sentence:
      "{platform} has no insights for posts from before the account became professional.",
  },
  ...LIMIT_ROWS,
  ...AUTH_ROWS,
  ...PERMISSION_ROWS,
  ...METRIC_ROWS,
  ...PROOF_ROWS,
  {
    name: "unknown_object",
    matches: [{ code: 803 }, { code: 12 }, { code: 110, subcode: 2207013 }],
    kind: "gone",
    scope: "post",
    sentence:
      "Post not found: {platform} does not know this id. Check the post's id.",
  },
  {
    name: "end_of_list",
    matches: [{ code: 100, text: /after cursor specified exceeds/i }],
    kind: "invalid",
    scope: "post",
    code: GRAPH_CODES.end_of_list,
    sentence: "{platform} gives no more pages of this list.",
  },
  {
    // https://github.com/facebook/facebook-java-business-sdk/issues/292
    name: "expired_cursor",
    matches: [
      { code: 2642 },
      { code: 100, text: /invalid cursor|cursor .*(invalid|expired)/i },
    ],
    kind: "invalid",
    scope: "post",
    code: GRAPH_CODES.expired_cursor,
    sentence:
      "{platform} no longer knows the place in the list where reading stopped. The list is read again from its beginning.",
  },
  {
    name: "refused_breakdown",
    matches: [{ code: 1, breakdown: true, is_transient: false }],
    kind: "invalid",
    scope: "post",
    code: GRAPH_CODES.refused_breakdown,
    sentence: "{platform} does not offer this breakdown for this post.",
  },
  {
    name: "transient",
    matches: [
      { is_transient: true },
      { code: 1 },
      { code: 2 },
      { code: -1, subcode: 2207001 },
      { code: -1, subcode: 2207032 },
      { code: -2, subcode: 2207003 },
    ],
    kind: "transient",
    scope: "post",
    sentence:
      "{platform} has trouble at the moment. It is tried again by itself later.",
  },
  {
    // Fields belong to a kind of object: one id of another kind is enough.
    name: "wrong_object",
    matches: [{ code: 100, text: /nonexisting field/i }],
    kind: "invalid",
    scope: "post",
    code: "wrong_object",
    sentence:
      "{platform} does not know the fields of a post for this id. Check that it is a post's id; otherwise please report it.",
  },
  {
    name: "bad_request",
    matches: [
      { code: 100, text: REQUEST_WORDING },
      { code: 104 },
      { code: 2500 },
      { code: 3001 },
    ],
    kind: "invalid",
    // Not one post's fault, so looking for the culprit would be in vain.
    scope: "account",
    code: "bad_request",
    sentence: REQUEST_SENTENCE,
  },
  {
    name: "bad_parameter",
    matches: [{ code: 100 }],
    kind: "invalid",
    scope: "post",
    sentence: REQUEST_SENTENCE,
  },
  {
    name: "publishing",
    matches: [
      { code: 36000 },
      { code: 506 },
      { code: 1609005 },
      { code: 9004 },
      { code: [352000, 352999] },
      { subcode: [2207000, 2207999] },
    ],
    kind: "invalid",
    scope: "post",
    sentence:
      "{platform} answered with an error of publishing, which reading does not know.",
  },
]

/** Whatever the table does not know: a wrong "permanent" costs more than a retry. */
export const UNKNOWN_ERROR: GraphErrorRow = {
  name: "unknown",
  matches: [],
  kind: "transient",
  scope: "post",
  sentence:
    "{platform} answered with an error that is not known. It is tried again by itself later.",
}
