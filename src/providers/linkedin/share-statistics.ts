import {
  type PlatformCall,
  PlatformError,
  type PlatformPost,
} from "../../platform-kit"
import { unreadable } from "./classify"
import type { LinkedInClient } from "./client"
import { isShare } from "./post-id"
import { encodeValue, listOf, queryOf } from "./restli"
import { readStatistics, type Statistics } from "./schemas"

const ENDPOINT = "GET /rest/organizationalEntityShareStatistics"
const PATH = "/rest/organizationalEntityShareStatistics"

/** A page's URN, from itself or its bare number. */
export function organizationUrn(externalId: string): string {
  return externalId.startsWith("urn:")
    ? externalId
    : `urn:li:organization:${externalId}`
}

/**
 * Lifetime numbers of posts, shares and ugcPosts in one question. Combined with
 * time intervals the answer would be empty, so there are none.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics
 */
export async function fetchStatistics(
  client: LinkedInClient,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): Promise<Map<string, Statistics>> {
  const urns = posts.map(({ platform_post_id }) => platform_post_id)
  const shares = urns.filter(isShare)
  const ugcPosts = urns.filter((urn) => !isShare(urn))
  const lists: [string, string][] = []
  if (shares.length > 0) {
    lists.push(["shares", listOf(shares)])
  }
  if (ugcPosts.length > 0) {
    lists.push(["ugcPosts", listOf(ugcPosts)])
  }
  const statistics = readStatistics(await find(client, call, lists))
  if (!statistics) {
    // Taken for silence it would turn posts into quiet ones.
    throw unreadable()
  }
  return statistics
}

/**
 * Asks for the page as a whole, only to see whether the token may.
 * @throws PlatformError `permission` when the member is no administrator
 */
export async function checkStatisticsAccess(
  client: LinkedInClient,
  call: PlatformCall
): Promise<void> {
  await find(client, call, [])
}

async function find(
  client: LinkedInClient,
  call: PlatformCall,
  lists: readonly [string, string][]
): Promise<unknown> {
  const organization = organizationUrn(call.account.external_id)
  try {
    return await client.get(call, {
      endpoint: ENDPOINT,
      path: PATH,
      method: "FINDER",
      query: queryOf([
        ["q", "organizationalEntity"],
        ["organizationalEntity", encodeValue(organization)],
        ...lists,
      ]),
    })
  } catch (thrown) {
    throw notAboutPosts(PlatformError.from(thrown))
  }
}

/** A finder that is not found says nothing of the posts in the question. */
function notAboutPosts(error: PlatformError): PlatformError {
  return error.kind !== "gone"
    ? error
    : new PlatformError({
        kind: "invalid",
        scope: "account",
        code: error.code,
        message:
          "LinkedIn does not know the page. Check the account's id: it is the number in the page's admin address.",
        cause: error,
      })
}
