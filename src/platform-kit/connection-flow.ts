import type { ConnectionFlow } from "./connecting"
import { operatorError, refusedConnection } from "./oauth-errors"

/**
 * The way to connect that was asked for, if it can be gone.
 * @throws PlatformError `invalid` for an unknown flow, or naming the options
 *   that are not set
 */
export function requireFlow(
  label: string,
  flows: readonly ConnectionFlow[],
  id: string
): ConnectionFlow {
  const flow = flows.find((one) => one.id === id)
  if (!flow) {
    throw refusedConnection(
      "unknown_flow",
      `${label} cannot be connected this way. "flow" must be one of: ${flows.map((one) => one.id).join(", ")}.`
    )
  }
  if (flow.missing_options.length > 0) {
    throw operatorError(
      "not_configured",
      `${label} cannot be connected yet: the app is not configured. Set ${flow.missing_options.join(" and ")} in the options.`
    )
  }
  return flow
}

/** An address on a host, without doubled slashes; spaces become `%20`. */
export function addressOn(
  base: string,
  path: string,
  params: Record<string, string> = {}
): string {
  const query = new URLSearchParams(params).toString().replace(/\+/g, "%20")
  return `${base.replace(/\/+$/, "")}/${path}${query ? `?${query}` : ""}`
}
