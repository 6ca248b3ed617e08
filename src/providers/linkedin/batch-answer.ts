import { PlatformError, toNumber, toRecord } from "../../platform-kit"
import { classifyLinkedInAnswer } from "./classify"
import { decoded } from "./post-id"

/** What is known of one object, or why nothing is. */
export type BatchEntry<T> = T | PlatformError

/**
 * Reads `{ results, statuses, errors }` of a BATCH_GET. Keys come URL-encoded
 * or plain, so they are compared decoded. Pure.
 * https://linkedin.github.io/rest.li/user_guide/restli_server#batch_get
 */
export function readBatch<T>(
  body: unknown,
  urns: readonly string[],
  read: (value: unknown) => T | null,
  now: Date
): Map<string, BatchEntry<T>> {
  const record = toRecord(body)
  const [results, statuses, errors] = [
    byDecodedKey(record?.results),
    byDecodedKey(record?.statuses),
    byDecodedKey(record?.errors),
  ]
  return new Map(
    urns.map((urn) => {
      const entry = read(results.get(urn))
      return [
        urn,
        entry ?? errorOf(errors.get(urn), toNumber(statuses.get(urn)), now),
      ]
    })
  )
}

function byDecodedKey(value: unknown): Map<string, unknown> {
  const entries = Object.entries(toRecord(value) ?? {})
  return new Map(entries.map(([key, one]) => [decoded(key), one]))
}

/** An entry's error concerns its post only, whatever its kind says. */
function errorOf(
  body: unknown,
  stated: number | null,
  now: Date
): PlatformError {
  const status = toNumber(toRecord(body)?.status) ?? stated
  const error =
    status === null
      ? null
      : classifyLinkedInAnswer({ status, headers: {}, body }, now)
  return new PlatformError(
    error
      ? {
          kind: error.kind === "rate_limit" ? "transient" : error.kind,
          scope: "post",
          code: error.code,
          message:
            error.kind === "permission"
              ? "Permission denied: the post belongs to somebody else on LinkedIn. Connect the author's account or remove the post."
              : error.message,
        }
      : {
          kind: "transient",
          scope: "post",
          code: "missing_in_answer",
          message:
            "LinkedIn left the post out of its answer. It is tried again later.",
        }
  )
}
