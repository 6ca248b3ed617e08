import {
  type Advice,
  type ConnectingCall,
  connectingCall,
  type Discovery,
  type FoundAccount,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import { describePage } from "./account"
import type { LinkedInClient } from "./client"
import { EntityReader } from "./entity-reader"
import type { LinkedInGrant } from "./oauth"
import type { AccountKind } from "./options"
import { type PageRoles, readPageRoles } from "./page-roles"
import { describePerson, readPerson } from "./person"
import { linkedinProfile } from "./profile"
import { ORGANIZATIONS } from "./resources"
import type { Organization } from "./schemas"
import { MEMBER_NUMBERS_SCOPE, PAGE_ADMIN_SCOPE } from "./scope-names"

/** What finding accounts needs to know of the provider. */
export interface Discoverer {
  client: LinkedInClient
  /** How many pages may be named one by one. */
  max_single_reads: number
}

/**
 * The pages a member has a role on, and the member where the numbers of a
 * person's posts were granted.
 * @throws PlatformError
 */
export async function discoverAccounts(
  { client, max_single_reads }: Discoverer,
  { tokens, scopes }: LinkedInGrant,
  connecting: ConnectingCall
): Promise<Discovery> {
  const { access_token, own_app } = tokens
  const claim = { external_id: "me", access_token, own_app, settings: {} }
  const call = connectingCall(linkedinProfile.identifier, claim, connecting)
  // Without the scope for pages they are not looked for.
  const looked = scopes?.includes(PAGE_ADMIN_SCOPE) ?? true
  const pages = looked ? await readPageRoles(client, call) : []
  const names = await readNames(client, call, pages, max_single_reads)
  const offersPerson = scopes?.includes(MEMBER_NUMBERS_SCOPE) ?? false
  const person =
    offersPerson || pages.length === 0 ? await readPerson(client, call) : null
  const member = person?.id ? describePerson(person) : null
  const granted_by = member?.external_id ?? assigneeOf(pages)

  const account = (
    kind: AccountKind,
    description: FoundAccount["description"],
    obstacle: Advice | null
  ): FoundAccount => ({
    description: {
      ...description,
      scopes,
      token_expires_at: tokens.expires_at,
    },
    other_ids: [],
    settings: { kind },
    tokens: { ...tokens, granted_by },
    obstacle,
  })
  return {
    accounts: [
      ...pages.map((page) =>
        account(
          "organization",
          describePage(page.urn, names.get(page.urn) ?? null),
          obstacleOf(page)
        )
      ),
      ...(member && offersPerson ? [account("member", member, null)] : []),
    ],
    advice: looked && pages.length === 0 ? [noPages(member?.display_name)] : [],
    granted_scopes: scopes,
  }
}

/** Without the scopes of the sign-in, only a role tells who the member is. */
const assigneeOf = (pages: readonly PageRoles[]): string | null =>
  pages.find(({ assignee }) => assignee !== null)?.assignee ?? null

/** In batches where the app may; a page without a name is still a page. */
async function readNames(
  client: LinkedInClient,
  call: PlatformCall,
  pages: readonly PageRoles[],
  left: number
): Promise<Map<string, Organization>> {
  const reader = new EntityReader(client, call, ORGANIZATIONS, { left })
  const urns = new Map(pages.map(({ urn }) => [urn.split(":").at(-1), urn]))
  const known = await reader.read([...urns.keys()].flatMap((id) => id ?? []))
  return new Map(
    [...known].flatMap(([id, entry]) =>
      PlatformError.is(entry) ? [] : [[urns.get(id) ?? id, entry]]
    )
  )
}

function obstacleOf({ roles }: PageRoles): Advice | null {
  return roles.includes("ADMINISTRATOR")
    ? null
    : {
        code: "role_missing",
        message: `You have the role ${roles.join(", ")} on this page, and LinkedIn gives a page's numbers only to super admins (ADMINISTRATOR). Ask a super admin of the page for that role, then connect again.`,
      }
}

const noPages = (name?: string | null): Advice => ({
  code: "no_pages",
  message: `${name ?? "The member you logged in as"} has no role on any page on LinkedIn. Log in on LinkedIn as a super admin of the page, or ask one for that role, then connect again.`,
})
