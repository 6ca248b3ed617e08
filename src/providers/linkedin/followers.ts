import { type PlatformCall, toNumber, toRecord } from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { elementsOf } from "./intervals"
import { encodeValue, queryOf } from "./restli"
import { organizationUrn } from "./share-statistics"

/**
 * How many follow a page or a person now; `null` when LinkedIn does not tell.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/follower-statistics
 *
 * @throws PlatformError
 */
export async function readFollowers(
  client: LinkedInClient,
  call: PlatformCall
): Promise<number | null> {
  if (call.account.settings.kind === "member") {
    const body = await client.get(call, {
      endpoint: "GET /rest/memberFollowersCount",
      path: "/rest/memberFollowersCount",
      method: "FINDER",
      query: queryOf([["q", "me"]]),
    })
    return toNumber(elementsOf(body)[0]?.memberFollowersCount)
  }
  const urn = organizationUrn(call.account.external_id)
  const body = await client.get(call, {
    endpoint: "GET /rest/networkSizes/{urn}",
    path: `/rest/networkSizes/${encodeValue(urn)}`,
    query: queryOf([["edgeType", "COMPANY_FOLLOWED_BY_MEMBER"]]),
  })
  return toNumber(toRecord(body)?.firstDegreeSize)
}
