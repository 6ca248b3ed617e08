import {
  errorFromStatus,
  type PlatformAnswer,
  PlatformError,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { LINKEDIN_ERRORS, type LinkedInErrorRow } from "./errors"

interface Seen {
  status: number
  service: number | null
  code: string | null
  text: string
}

/**
 * Decides what an answer of LinkedIn means.
 *
 * @param answer also an entry of a batch's `errors`, with its own status
 * @returns the error, or `null` for a good answer
 */
export function classifyLinkedInAnswer(
  answer: PlatformAnswer,
  now: Date
): PlatformError | null {
  const { status } = answer
  const body = toRecord(answer.body)
  const seen: Seen = {
    status,
    service: toNumber(body?.serviceErrorCode),
    code: toText(body?.code),
    text: toText(body?.message) ?? "",
  }
  const row =
    status >= 400 && (status < 500 || status === 999) ? findRow(seen) : null
  if (!row) {
    return errorFromStatus("LinkedIn", answer, now) ?? unknown(status)
  }
  return new PlatformError({
    kind: row.kind,
    scope: row.scope,
    code: row.code ?? seen.code ?? `http_${status}`,
    message: row.sentence,
    retry_at: row.park ? nextUtcMidnight(now) : null,
  })
}

function findRow(seen: Seen): LinkedInErrorRow | null {
  const fits = (match: LinkedInErrorRow["matches"][number]) =>
    (match.status === undefined || match.status === seen.status) &&
    (match.service === undefined || match.service === seen.service) &&
    (match.code === undefined || match.code === seen.code) &&
    (match.text?.test(seen.text) ?? true)
  return LINKEDIN_ERRORS.find(({ matches }) => matches.some(fits)) ?? null
}

/** Limits count per UTC day. https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits */
function nextUtcMidnight(now: Date): Date {
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
  )
}

function unknown(status: number): PlatformError | null {
  return status < 400
    ? null
    : new PlatformError({
        kind: "invalid",
        scope: "post",
        code: `http_${status}`,
        message: `LinkedIn refused the request (HTTP ${status}).`,
      })
}

/** A good status with a body that is not what was asked for. */
export function unreadable(): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "post",
    code: "missing_in_answer",
    message:
      "LinkedIn sent an answer that cannot be read. It is tried again later.",
  })
}
