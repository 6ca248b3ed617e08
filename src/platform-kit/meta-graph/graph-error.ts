import { toNumber, toRecord, toText } from "../coerce"

/**
 * The error envelope of all graph hosts. Only code and message are certain;
 * the message can be localised, `type` says nothing.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export interface GraphError {
  code: number
  subcode: number | null
  message: string
  is_transient: boolean
}

/** Reads `{ error: { code, … } }`; `null` when the body is no such thing. */
export function readGraphError(body: unknown): GraphError | null {
  const error = toRecord(toRecord(body)?.error)
  const code = toNumber(error?.code)
  if (!error || code === null) {
    return null
  }
  return {
    code,
    subcode: toNumber(error.error_subcode),
    message: toText(error.message) ?? "",
    is_transient: error.is_transient === true,
  }
}
