import { PlatformError } from "../errors"
import type { PlatformAnswer } from "../platform-http"
import { errorFromStatus } from "../status-errors"
import {
  GRAPH_ERROR_TABLE,
  type GraphErrorMatch,
  type GraphErrorRow,
  UNKNOWN_ERROR,
} from "./error-table"
import { type GraphError, readGraphError } from "./graph-error"
import { longestWait } from "./usage"

interface Seen extends GraphError {
  status: number
  breakdown: boolean
}

/**
 * Decides what an answer of a graph host means.
 *
 * @param answer also an item of a batch, whose status is the item's `code`
 * @param url of the request, or the `relative_url` of a batch item
 * @returns the error, or `null` for a good answer
 */
export function classifyGraphAnswer(
  label: string,
  answer: PlatformAnswer,
  url: string,
  now: Date
): PlatformError | null {
  const error = readGraphError(answer.body)
  if (!error) {
    return answer.status < 400
      ? errorFromStatus(label, answer, now)
      : withoutEnvelope(label, answer, now)
  }
  const seen: Seen = {
    ...error,
    status: answer.status,
    breakdown: /[?&.]breakdown[=(]/.test(url),
  }
  const row =
    GRAPH_ERROR_TABLE.find((candidate) =>
      candidate.matches.some((match) => matches(match, seen))
    ) ?? UNKNOWN_ERROR
  return toPlatformError(label, row, seen, answer, now)
}

/** A proxy's or a broken answer: no Graph code to judge by. */
function withoutEnvelope(
  label: string,
  answer: PlatformAnswer,
  now: Date
): PlatformError {
  const byStatus = errorFromStatus(label, answer, now)
  return byStatus?.kind === "rate_limit"
    ? byStatus
    : new PlatformError({
        kind: "transient",
        scope: "post",
        code: `http_${answer.status}`,
        message: `${label} has trouble at the moment (HTTP ${answer.status}). It is tried again later.`,
      })
}

function within(
  wanted: number | readonly [number, number] | undefined,
  value: number | null
): boolean {
  if (wanted === undefined) {
    return true
  }
  if (value === null) {
    return false
  }
  return typeof wanted === "number"
    ? wanted === value
    : wanted[0] <= value && value <= wanted[1]
}

function matches(match: GraphErrorMatch, seen: Seen): boolean {
  return (
    within(match.code, seen.code) &&
    within(match.subcode, seen.subcode) &&
    within(match.status, seen.status) &&
    (match.text?.test(seen.message) ?? true) &&
    (match.is_transient ?? seen.is_transient) === seen.is_transient &&
    (match.breakdown ?? seen.breakdown) === seen.breakdown
  )
}

function toPlatformError(
  label: string,
  row: GraphErrorRow,
  seen: Seen,
  answer: PlatformAnswer,
  now: Date
): PlatformError {
  const scope = row.names === "scope" ? scopeIn(seen.message) : undefined
  const named = namesIn(row, seen.message)
  return new PlatformError({
    kind: row.kind,
    scope: row.scope,
    code: row.code ?? codeOf(seen),
    message: row.sentence
      .replace("{platform}", label)
      .replace("{scope}", scope ? `the permission ${scope}` : "a permission"),
    ...(row.park_minutes !== undefined && {
      retry_at: longestWait(answer.headers, now) ?? later(now, row),
    }),
    ...(row.names === "refused_metrics" && { metrics: named }),
    ...(row.names === "allowed_metrics" && { allowed: named }),
    ...(scope && { missing_scope: scope }),
  })
}

function codeOf({ code, subcode }: GraphError): string {
  return subcode === null ? String(code) : `${code}/${subcode}`
}

function later(now: Date, { park_minutes = 0 }: GraphErrorRow): Date {
  return new Date(now.getTime() + park_minutes * 60 * 1000)
}

/** `…requires the 'pages_read_user_content' permission…`, with or without quotes. */
function scopeIn(message: string): string | undefined {
  return /'?\b([a-z]+(?:_[a-z]+)+)'? permission/.exec(message)?.[1]
}

function namesIn(row: GraphErrorRow, message: string): string[] {
  const text = row.matches
    .map((match) => match.text?.exec(message)?.[1])
    .find((found) => found !== undefined)
  return text?.match(/[a-z_0-9]+/gi) ?? []
}
