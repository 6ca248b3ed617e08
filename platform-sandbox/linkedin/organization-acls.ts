import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { PAGE_ROLES, ROLE_STATES } from "./model"
import { requireAdminScope } from "./organizations"

function filter(
  call: Call,
  name: string,
  values: readonly string[]
): string | undefined {
  return call.params[name] === undefined
    ? undefined
    : calls.oneOf(call, name, [...values])
}

/**
 * `GET /rest/organizationAcls?q=roleAssignee`: what the member is on which page,
 * roles that were never approved included. The page calls the organisation
 * `organization`; answers with `organizationTarget` are publicly reported.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
export function organizationAcls(call: Call): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", "role", "state", "start", "count"])
  calls.oneOf(call, "q", ["roleAssignee"])
  const roles = PAGE_ROLES.filter((role) => role !== "NONE")
  const role = filter(call, "role", roles)
  const state = filter(call, "state", ROLE_STATES)
  const start = calls.integer(call, "start", 0, Number.MAX_SAFE_INTEGER)
  const count = calls.integer(call, "count", 10, 100)
  requireAdminScope(call, "FINDER-roleAssignee")
  const { pages, person } = call.token
  const found = pages.filter(
    (page) =>
      page.role !== "NONE" &&
      (role === undefined || page.role === role) &&
      (state === undefined || page.state === state)
  )
  const elements = found.slice(start, start + count).map((page) => ({
    role: page.role,
    state: page.state,
    roleAssignee: person.urn,
    [call.situation.acl_key]: page.organization,
  }))
  return { body: calls.paged(elements, start, count, found.length) }
}
