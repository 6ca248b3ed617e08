import {
  type AccountAudience,
  type PlatformCall,
  toArray,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { elementsOf } from "./intervals"
import { pageFinder } from "./organization-days"

/**
 * Facets of a page's followers: our name, LinkedIn's list and the key of its
 * entries. Each list holds the 100 largest groups.
 */
const FACETS: readonly (readonly [string, string, string])[] = [
  ["country", "followerCountsByGeoCountry", "geo"],
  ["geo", "followerCountsByGeo", "geo"],
  ["seniority", "followerCountsBySeniority", "seniority"],
  ["function", "followerCountsByFunction", "function"],
  ["industry", "followerCountsByIndustry", "industry"],
  ["company_size", "followerCountsByStaffCountRange", "staffCountRange"],
  ["association", "followerCountsByAssociationType", "associationType"],
]

/** A person is not told who follows. */
export const NO_AUDIENCE: AccountAudience = {
  demographics: {},
  online_hours: null,
  unavailable: { demographics: "not_offered", online_hours: "not_offered" },
}

/**
 * Who follows a page, in one call. Places, industries and the like stay URNs:
 * their names would cost a call each.
 * @throws PlatformError
 */
export async function readAudience(
  client: LinkedInClient,
  call: PlatformCall
): Promise<AccountAudience> {
  const finder = pageFinder(
    "organizationalEntityFollowerStatistics",
    "organizationalEntity",
    call.account.external_id
  )
  return mapAudience(await client.get(call, finder))
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics */
export function mapAudience(body: unknown): AccountAudience {
  const [element] = elementsOf(body)
  const audience: AccountAudience = {
    demographics: {},
    online_hours: null,
    unavailable: { online_hours: "not_offered" },
  }
  for (const [name, list, key] of FACETS) {
    const counts = toArray(element?.[list]).flatMap((one) => {
      const entry = toRecord(one)
      const group = toText(entry?.[key])
      // Organic and paid followers are both in it (documented).
      const count = toNumber(
        toRecord(entry?.followerCounts)?.organicFollowerCount
      )
      return group && count !== null ? [[group, count] as const] : []
    })
    if (counts.length > 0) {
      audience.demographics[name] = Object.fromEntries(counts)
    } else {
      audience.unavailable[name] = "not_returned"
    }
  }
  return audience
}
