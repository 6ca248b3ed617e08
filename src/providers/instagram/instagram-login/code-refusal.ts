import {
  type HttpAnswer,
  type PlatformError,
  toRecord,
  toText,
} from "../../../platform-kit"
import {
  exchangeRefused,
  type RefusalContext,
  type RefusalReason,
} from "../../../platform-kit/meta-graph"

/**
 * Refusals of api.instagram.com, which has no codes of its own: the wording is
 * all there is. Read from top to bottom, because a wrong redirect URL is
 * reported as a wrong code that has one.
 */
const ROWS: readonly { text: RegExp; reason: RefusalReason }[] = [
  { text: /redirect[ _]uri/i, reason: "redirect_uri" },
  { text: /client secret|app secret/i, reason: "client_secret" },
  {
    text: /platform app|client[ _]id|application id|validating application/i,
    reason: "client_id",
  },
  { text: /has expired|is expired/i, reason: "code_late" },
  // "Not found or was already used": late ones are not found.
  { text: /already used|has been used/i, reason: "code_gone" },
]

/**
 * Reads `{ error_type, code, error_message }`; `null` for a good answer.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 */
export function codeRefusal(
  { status, body }: HttpAnswer,
  context: RefusalContext
): PlatformError | null {
  if (status < 400) {
    return null
  }
  const record = toRecord(body)
  const text =
    toText(record?.error_message) ??
    toText(toRecord(record?.error)?.message) ??
    ""
  const row = ROWS.find((candidate) => candidate.text.test(text))
  return exchangeRefused(row?.reason ?? "unknown", context)
}
