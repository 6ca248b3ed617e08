import {
  type PlatformCall,
  toArray,
  toRecord,
  toText,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { queryOf } from "./restli"

const PAGE_SIZE = 100
/** Nobody has more roles; an answer without an end has to end somewhere. */
const MOST_PAGES = 20

/** What a member is on a page. */
export interface PageRoles {
  /** `urn:li:organization:…` */
  urn: string
  /** `ADMINISTRATOR`, `ANALYST`, … */
  roles: string[]
  /** The member, `urn:li:person:…`. */
  assignee: string | null
}

/**
 * The pages on which the member has a role, each once.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 *
 * @throws PlatformError
 */
export async function readPageRoles(
  client: LinkedInClient,
  call: PlatformCall
): Promise<PageRoles[]> {
  const pages = new Map<string, PageRoles>()
  for (let start = 0; start < MOST_PAGES * PAGE_SIZE; start += PAGE_SIZE) {
    const body = await client.get(call, {
      endpoint: "GET /rest/organizationAcls",
      path: "/rest/organizationAcls",
      method: "FINDER",
      query: queryOf([
        ["q", "roleAssignee"],
        ["state", "APPROVED"],
        ["start", String(start)],
        ["count", String(PAGE_SIZE)],
      ]),
    })
    const rows = toArray(toRecord(body)?.elements)
    rows.forEach((row) => addRole(pages, toRecord(row) ?? {}))
    if (rows.length < PAGE_SIZE) {
      break
    }
  }
  return [...pages.values()]
}

/** The organisation's name in it is documented in one way and seen in two. */
function addRole(
  pages: Map<string, PageRoles>,
  row: Record<string, unknown>
): void {
  const urn = toText(row.organization) ?? toText(row.organizationTarget)
  const role = toText(row.role)
  // Asked for, but not to be relied on.
  if (!urn || !role || (toText(row.state) ?? "APPROVED") !== "APPROVED") {
    return
  }
  const known = pages.get(urn)
  if (known) {
    known.roles.push(role)
    return
  }
  pages.set(urn, { urn, roles: [role], assignee: toText(row.roleAssignee) })
}
