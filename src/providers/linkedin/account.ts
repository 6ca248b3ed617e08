import {
  type AccountClaim,
  type AccountDescription,
  type ErrorKind,
  type PlatformCall,
  PlatformError,
  toId,
  toRecord,
  toText,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { checkMemberAccess } from "./read-member"
import { encodeValue } from "./restli"
import { checkStatisticsAccess, organizationUrn } from "./share-statistics"

const PERSON = "urn:li:person:"

/** How LinkedIn answers a token that lacks the sign-in product's scopes. */
const WITHOUT_SIGN_IN: readonly ErrorKind[] = ["permission", "gone", "invalid"]

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
  const page = await nameOf(client, call, urn.split(":").at(-1) ?? "")
  return {
    external_id: urn,
    username: toText(page?.vanityName),
    display_name: toText(page?.localizedName),
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
): Promise<Record<string, unknown> | null> {
  try {
    const body = await client.get(call, {
      endpoint: "GET /rest/organizations/{id}",
      path: `/rest/organizations/${encodeValue(id)}`,
    })
    return toRecord(body)
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
  const person = await personBehind(client, call)
  if (!person) {
    await checkMemberAccess(client, call)
    return memberDescription(external_id.replace(PERSON, ""), null)
  }
  const id = toId(person.sub)
  if (!id || external_id.replace(PERSON, "") !== id) {
    throw new PlatformError({
      kind: "invalid",
      scope: "account",
      code: "other_account",
      message: id
        ? `The token belongs to another person on LinkedIn, ${toText(person.name) ?? "unnamed"} with the id ${PERSON}${id}. Enter that id, or paste the right person's token.`
        : "LinkedIn did not say whom the token belongs to. Take a token with the scopes openid and profile.",
    })
  }
  return memberDescription(id, person)
}

/** https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 */
async function personBehind(
  client: LinkedInClient,
  call: PlatformCall
): Promise<Record<string, unknown> | null> {
  try {
    const body = await client.get(call, {
      endpoint: "GET /v2/userinfo",
      path: "/v2/userinfo",
    })
    return toRecord(body)
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (WITHOUT_SIGN_IN.includes(error.kind)) {
      return null
    }
    throw error
  }
}

function memberDescription(
  id: string,
  person: Record<string, unknown> | null
): AccountDescription {
  return {
    external_id: `${PERSON}${id}`,
    username: null,
    display_name: toText(person?.name),
    avatar_url: toText(person?.picture),
    account_type: "member",
    // Another endpoint, another permission: not worth a call when connecting.
    followers_count: null,
    scopes: null,
    token_expires_at: null,
  }
}
