import {
  errorFromStatus,
  type PlatformAnswer,
  PlatformError,
  toNumber,
} from "../../platform-kit"
import { ITEM_ERRORS, REQUEST_ERRORS, type XErrorRow } from "./errors"
import { readErrorBody, type XProblem } from "./problem"

/** Length of X's rate windows, for a 429 that does not name its end. */
const WINDOW_MS = 15 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/**
 * Decides what an answer of X means. `errors` beside a status of 200 is not a
 * failure of the call; see {@link itemError}.
 *
 * @param tokenScope what a rate limit stops: the account or the app
 * @returns the error, or `null` for a good answer
 */
export function classifyXAnswer(
  answer: PlatformAnswer,
  tokenScope: "account" | "app",
  now: Date
): PlatformError | null {
  const { status } = answer
  if (status < 400) {
    return errorFromStatus("X", answer, now)
  }
  const problem = readErrorBody(answer.body)
  const row = status < 500 ? findRow(REQUEST_ERRORS, problem, status) : null
  if (!row) {
    return errorFromStatus("X", answer, now) ?? unknownRefusal(status)
  }
  const missing_scope = row.kind === "permission" ? scopeIn(problem) : undefined
  return new PlatformError({
    kind: row.kind,
    scope: row.scope === "token" ? tokenScope : row.scope,
    code: codeOf(problem, status),
    message: row.sentence,
    retry_at: row.park ? parkedUntil(row.park, answer, now) : null,
    ...(missing_scope && { missing_scope }),
  })
}

/** What an entry of `errors` in a good answer says about one post. */
export function itemError(problem: XProblem): PlatformError {
  const row = findRow(ITEM_ERRORS, problem, null)
  return new PlatformError({
    kind: row?.kind ?? "transient",
    scope: row && row.scope !== "token" ? row.scope : "post",
    code: problem.type ?? "unknown_problem",
    message:
      row?.sentence ??
      "X could not read this post at the moment. It is tried again later.",
    ...(problem.field && { metrics: [problem.field] }),
  })
}

/** Parameters that both vocabularies share, so that another one does not help. */
const SHARED_PARAMETERS = ["ids", "pagination_token", "start_time"]

/** A 400 that may be about the names of the request, not about a post. */
export function mayBeVocabulary({ code }: PlatformError): boolean {
  return (
    code.startsWith("invalid-request") &&
    !SHARED_PARAMETERS.some((name) => code.endsWith(`/${name}`))
  )
}

/** A 400 about the place where a list was to go on. */
export function isCursorRefusal({ code }: PlatformError): boolean {
  return code === "invalid-request/pagination_token"
}

function findRow(
  rows: readonly XErrorRow[],
  problem: XProblem,
  status: number | null
): XErrorRow | null {
  const fits = (match: XErrorRow["matches"][number]) =>
    (match.status === undefined || match.status === status) &&
    (match.type === undefined || match.type === problem.type) &&
    (match.legacy_code === undefined ||
      match.legacy_code === problem.legacy_code)
  return rows.find(({ matches }) => matches.some(fits)) ?? null
}

function codeOf({ type, legacy_code, parameter }: XProblem, status: number) {
  const code =
    type ??
    (legacy_code === null
      ? status === 400
        ? "invalid-request"
        : `http_${status}`
      : String(legacy_code))
  return code === "invalid-request" && parameter ? `${code}/${parameter}` : code
}

/** `x-rate-limit-reset` is in epoch seconds. https://docs.x.com/x-api/fundamentals/rate-limits */
function parkedUntil(
  park: NonNullable<XErrorRow["park"]>,
  { headers }: PlatformAnswer,
  now: Date
): Date {
  if (park === "next_day") {
    return new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
    )
  }
  if (park === "one_hour") {
    return new Date(now.getTime() + HOUR_MS)
  }
  const reset = toNumber(headers["x-rate-limit-reset"])
  return reset !== null && reset * 1000 > now.getTime()
    ? new Date(reset * 1000)
    : new Date(now.getTime() + WINDOW_MS)
}

function scopeIn({ detail }: XProblem): string | undefined {
  return /\b(?:tweet|users|like|offline)\.[a-z]+\b/.exec(detail)?.[0]
}

function unknownRefusal(status: number): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: `http_${status}`,
    message: `X refused the request (HTTP ${status}).`,
  })
}
