import { readableName } from "../../../lib/readable-name"

/** Calls are spread from here on (docs/operations.md). */
const SPREAD_FROM = 75
/** And stop from here on. */
const STOP_FROM = 95

/** The colour of a limit's bar. */
export function usedColour(percent: number): string {
  if (percent >= STOP_FROM) {
    return "bg-ui-tag-red-icon"
  }
  return percent >= SPREAD_FROM
    ? "bg-ui-tag-orange-icon"
    : "bg-ui-tag-blue-icon"
}

/** A limit that counts every call. */
const ALL = "calls"

/**
 * Which calls a limit counts: one endpoint ("GET /2/tweets"), or one of the
 * platform's own kinds with the id it counts for ("pages:1148671018324630").
 * `null` when it counts all.
 */
export function limitedCalls(bucket: string): string | null {
  if (bucket === ALL) {
    return null
  }
  return bucket.includes("/") ? bucket : readableName(bucket.replace(":", " "))
}
