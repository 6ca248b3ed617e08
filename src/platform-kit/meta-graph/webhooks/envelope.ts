import { toArray, toId, toNumber, toRecord, toText } from "../../coerce"
import { PlatformError } from "../../errors"
import { parseJson } from "../../json"

/** One change of an envelope. */
export interface MetaUpdate {
  /** Id of the Page or the professional account. */
  account_external_id: string
  field: string
  /** `null` when the app's "Include Values" is off. */
  value: Readonly<Record<string, unknown>> | null
  /** When Meta sent it first. */
  at: Date | null
}

export function malformedWebhook(message: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "app",
    code: "malformed_webhook",
    message,
  })
}

/**
 * The changes of an envelope, in its order. Those of another object, and parts
 * nobody can read, are left out.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 *
 * @throws PlatformError `invalid` when it is no JSON object
 */
export function readEnvelope(
  raw: Buffer,
  object: "instagram" | "page"
): MetaUpdate[] {
  const envelope = toRecord(jsonOf(raw.toString("utf8")))
  if (!envelope) {
    throw malformedWebhook("The webhook's body is no JSON object.")
  }
  return envelope.object === object
    ? toArray(envelope.entry).flatMap(readEntry)
    : []
}

/** @throws PlatformError `invalid` */
export function jsonOf(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    // A parser's message can quote the text, which is somebody's comment.
    throw malformedWebhook("The webhook's body is no JSON.")
  }
}

function readEntry(given: unknown): MetaUpdate[] {
  const entry = toRecord(given) ?? {}
  const account_external_id = toId(entry.id)
  if (account_external_id === null) {
    return []
  }
  const at = fromSeconds(entry.time)
  const changes = toArray(entry.changes).flatMap((change) => {
    const { field, value } = toRecord(change) ?? {}
    const name = toText(field)
    const values = toRecord(value)
    return name !== null && values !== null
      ? [{ account_external_id, field: name, value: values, at }]
      : []
  })
  const fields = toArray(entry.changed_fields).flatMap((field) => {
    const name = toText(field)
    return name === null
      ? []
      : [{ account_external_id, field: name, value: null, at }]
  })
  return [...changes, ...fields]
}

/** Meta's times are seconds since 1970. */
export function fromSeconds(value: unknown): Date | null {
  const seconds = toNumber(value)
  const date = seconds === null ? null : new Date(seconds * 1000)
  return date === null || Number.isNaN(date.getTime()) ? null : date
}
