import { Call, denied, requireMethod } from "./call"
import { Refusal } from "./refusals"

/** Entries of a BATCH_GET: each URN has a result or an error, and a status. */
export function batchOf(
  call: Call,
  urns: string[],
  read: (urn: string) => unknown
): Record<string, unknown> {
  requireMethod(call, "BATCH_GET")
  // The status of this refusal is unverified.
  if (call.situation.tier === "development") {
    throw denied(call, "BATCH_GET")
  }
  const results: Record<string, unknown> = {}
  const statuses: Record<string, number> = {}
  const errors: Record<string, unknown> = {}
  const plain = call.situation.batch_keys === "plain"
  for (const urn of urns) {
    const key = plain ? urn : encodeURIComponent(urn)
    try {
      results[key] = read(urn)
      statuses[key] = 200
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      errors[key] = error.body
      statuses[key] = error.status
    }
  }
  return { results, statuses, errors }
}
