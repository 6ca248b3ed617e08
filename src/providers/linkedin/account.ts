import {
  type AccountClaim,
  type AccountDescription,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { describePerson, PERSON, readPerson } from "./person"
import { checkMemberAccess } from "./read-member"
import { encodeValue } from "./restli"
import { type Organization, readOrganization } from "./schemas"
import { checkStatisticsAccess, organizationUrn } from "./share-statistics"

/**
 * Asks LinkedIn whose token it is, or whether it may read the stated page.
 * @throws PlatformError `permission` when the member does not administer the
 *   page, `invalid` when a personal token belongs to somebody else
 */
export function describeAccount(
  client: LinkedInClient,
  call: PlatformCall,
  claim: AccountClaim
): Promise<AccountDescription> {
  return claim.settings.kind === "member"
    ? describeMember(client, call, claim)
    : describeOrganization(client, call, claim)
}

/**
 * The statistics prove the role; the name is a courtesy (shape unverified).
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api
 */
async function describeOrganization(
  client: LinkedInClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  await checkStatisticsAccess(client, call)
  const urn = organizationUrn(external_id)
  return describePage(
    urn,
    await nameOf(client, call, urn.split(":").at(-1) ?? "")
  )
}

/** @param page `null` when its name could not be had */
export function describePage(
  urn: string,
  page: Organization | null
): AccountDescription {
  return {
    external_id: urn,
    username: page?.vanity_name ?? null,
    display_name: page?.name ?? null,
    avatar_url: null,
    account_type: "organization",
    // Another endpoint, another permission: not worth a call when connecting.
    followers_count: null,
    scopes: null,
    token_expires_at: null,
  }
}

async function nameOf(
  client: LinkedInClient,
  call: PlatformCall,
  id: string
): Promise<Organization | null> {
  try {
    const body = await client.get(call, {
      endpoint: "GET /rest/organizations/{id}",
      path: `/rest/organizations/${encodeValue(id)}`,
    })
    return readOrganization(body)
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (error.kind === "auth") {
      throw error
    }
    // The numbers can be read; the merchant's own name for the page has to do.
    return null
  }
}

/**
 * The sign-in product tells who the person is. A token without its scopes may
 * still read the person's numbers; then the stated id has to be believed.
 */
async function describeMember(
  client: LinkedInClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  const person = await readPerson(client, call)
  const stated = external_id.replace(PERSON, "")
  if (!person) {
    await checkMemberAccess(client, call)
    return describePerson({ id: stated, name: null, picture: null })
  }
  if (!person.id || stated !== person.id) {
    throw new PlatformError({
      kind: "invalid",
      scope: "account",
      code: "other_account",
      message: person.id
        ? `The token belongs to another person on LinkedIn, ${person.name ?? "unnamed"} with the id ${PERSON}${person.id}. Enter that id, or paste the right person's token.`
        : "LinkedIn did not say whom the token belongs to. Take a token with the scopes openid and profile.",
    })
  }
  return describePerson(person)
}
