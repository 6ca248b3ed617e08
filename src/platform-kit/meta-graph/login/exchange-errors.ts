import type { HttpAnswer } from "../../http-exchange"
import type { PlatformError } from "../../errors"
import { classifyGraphAnswer } from "../classify"
import { type GraphError, readGraphError } from "../graph-error"
import {
  exchangeRefused,
  type RefusalContext,
  type RefusalReason,
} from "./refusals"

interface RefusalMatch {
  code: number
  subcode?: number
  /** Wording, for answers without a subcode. */
  text?: RegExp
  reason: RefusalReason
}

/**
 * Refused exchanges of graph.facebook.com, read from top to bottom. Code 1,
 * which means trouble elsewhere, is a wrong secret here.
 * https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow
 */
const ROWS: readonly RefusalMatch[] = [
  { code: 100, subcode: 36009, reason: "code_used" },
  { code: 100, subcode: 36008, reason: "redirect_uri" },
  { code: 100, subcode: 36007, reason: "code_late" },
  { code: 100, text: /redirect_uri/i, reason: "redirect_uri" },
  { code: 100, text: /has been used/i, reason: "code_used" },
  { code: 100, text: /has expired/i, reason: "code_late" },
  { code: 1, reason: "client_secret" },
  { code: 101, reason: "client_id" },
]

/**
 * What a refused exchange on a graph host means; `null` for a good answer. A
 * limit stays a limit, all else is the code's or the configuration's fault.
 *
 * @param fallback for refusals that say nothing
 */
export function exchangeError(
  answer: HttpAnswer,
  context: RefusalContext,
  now: Date,
  fallback: RefusalReason = "unknown"
): PlatformError | null {
  if (answer.status < 400) {
    return null
  }
  const known = classifyGraphAnswer(context.label, answer, "", now)
  if (known?.kind === "rate_limit") {
    return known
  }
  const error = readGraphError(answer.body)
  const row = error && ROWS.find((candidate) => matches(candidate, error))
  return exchangeRefused(row?.reason ?? fallback, context)
}

function matches(row: RefusalMatch, { code, subcode, message }: GraphError) {
  return (
    row.code === code &&
    (row.subcode === undefined || row.subcode === subcode) &&
    (row.text?.test(message) ?? true)
  )
}
