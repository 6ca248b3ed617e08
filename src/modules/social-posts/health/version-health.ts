import type { ApiVersion } from "../../../platform-kit"
import type { AccountCheck } from "../types/health"

const DAY_MS = 24 * 60 * 60 * 1000

/** The version with the whole days it has left, counted in UTC. */
export function versionHealth(
  version: ApiVersion | null,
  now: Date
): AccountCheck["api_version"] {
  if (!version) {
    return null
  }
  const { ends_on } = version
  const today = Date.parse(now.toISOString().slice(0, 10))
  const days = ends_on && (Date.parse(ends_on) - today) / DAY_MS
  return { ...version, days_left: typeof days === "number" ? days : null }
}
