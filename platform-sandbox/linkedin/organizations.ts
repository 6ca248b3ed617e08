import { batchOf } from "./batch"
import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { notFound, paramInvalid } from "./refusals"
import { RestliValue } from "./restli"
import { urnId } from "./urn"

/**
 * Scopes of the look-up and of the access controls, one of which is enough.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api
 */
const ADMIN_SCOPES = ["rw_organization_admin", "r_organization_admin"]

export function requireAdminScope(call: Call, method: string): void {
  const { scopes } = call.token
  if (!ADMIN_SCOPES.some((scope) => scopes.includes(scope))) {
    throw calls.denied(call, method)
  }
}

/**
 * An organisation by its number. What only its administrators see is left out:
 * the fields here are open to everyone.
 */
function render(call: Call, id: string): Record<string, unknown> {
  const urn = `urn:li:organization:${id}`
  const entry = call.world.organization(urn)
  if (!entry) {
    throw notFound(`organization ${id}`)
  }
  const { display_name, username } = entry.account
  return {
    id: Number(urnId(urn)),
    $URN: urn,
    localizedName: display_name,
    vanityName: username,
    name: {
      localized: { en_US: display_name },
      preferredLocale: { country: "US", language: "en" },
    },
  }
}

/** `GET /rest/organizations/{id}`. */
export function organization(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  requireAdminScope(call, "GET")
  return { body: render(call, String(call.key)) }
}

/** Numbers, not URNs. */
function idList(value: RestliValue | undefined): string[] {
  const isId = (item: RestliValue): item is string =>
    typeof item === "string" && /^[0-9]+$/.test(item)
  if (!Array.isArray(value) || !value.every(isId)) {
    throw paramInvalid("ids", "expected List(…) of numbers")
  }
  return [...new Set(value)]
}

/** `GET /rest/organizations?ids=List(1,2)` (BATCH_GET); keyed by number. */
export function organizations(call: Call): EndpointAnswer {
  calls.allowParams(call, ["ids"])
  const ids = idList(call.params.ids)
  requireAdminScope(call, "BATCH_GET")
  return { body: batchOf(call, ids, (id) => render(call, id)), ids }
}
