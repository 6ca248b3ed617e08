import {
  type Advice,
  type ConnectingCall,
  type Discovery,
  type FoundAccount,
  toId,
  toRecord,
  toText,
} from "../../platform-kit"
import {
  type FacebookGrant,
  type FacebookLogin,
  grantAdvice,
  type GraphObject,
  noPages,
} from "../../platform-kit/meta-graph"
import { accountDescription, PROFILE_FIELDS } from "./account"

/** All that is shown of an account, what tells it, and at least its Page. */
const FIELDS = [
  `id,name,instagram_business_account{id,${PROFILE_FIELDS}}`,
  "id,name,instagram_business_account{id,username}",
  "id,name",
]

/** The permission without which nothing of an account can be read. */
const ACCOUNT_SCOPE = "instagram_basic"

/**
 * Every Instagram account that is linked to one of the Pages a grant reaches,
 * read with the person's own token.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-facebook-login/get-started
 *
 * @throws PlatformError
 */
export async function discoverLinkedAccounts(
  login: FacebookLogin,
  grant: FacebookGrant,
  call: ConnectingCall
): Promise<Discovery> {
  const pages = await login.pages(grant, FIELDS, call)
  const accounts = new Map<string, FoundAccount>()
  for (const page of pages) {
    const found = linkedTo(page, grant)
    if (found && !accounts.has(found.description.external_id)) {
      accounts.set(found.description.external_id, found)
    }
  }
  return {
    accounts: [...accounts.values()],
    advice: [
      ...(pages.length === 0 ? [noPages(grant.scopes)] : []),
      ...(canSeeAccounts(grant.scopes) ? notLinked(pages) : []),
      ...grantAdvice(login.scopes, grant.scopes, login.byConfiguration),
    ],
    granted_scopes: grant.scopes,
  }
}

function linkedTo(
  page: GraphObject,
  { tokens, scopes }: FacebookGrant
): FoundAccount | null {
  const account = toRecord(page.instagram_business_account)
  const id = toId(account?.id)
  if (!account || id === null) {
    return null
  }
  const pageId = toId(page.id)
  return {
    description: {
      ...accountDescription(id, account),
      scopes,
      token_expires_at: tokens.expires_at,
    },
    other_ids: [],
    settings: {
      login: "facebook",
      ...(pageId !== null && { page_id: pageId }),
    },
    tokens,
    obstacle: canSeeAccounts(scopes)
      ? null
      : {
          code: "missing_scope",
          message: `The account cannot be read, because the permission ${ACCOUNT_SCOPE} was not granted. Connect again and leave it ticked.`,
        },
  }
}

const canSeeAccounts = (scopes: readonly string[] | null): boolean =>
  scopes?.includes(ACCOUNT_SCOPE) ?? true

function notLinked(pages: readonly GraphObject[]): Advice[] {
  const names = pages
    .filter((page) => !toId(toRecord(page.instagram_business_account)?.id))
    .map((page) => toText(page.name) ?? toId(page.id) ?? "?")
  return names.length === 0
    ? []
    : [
        {
          code: "no_instagram_linked",
          message: `No professional Instagram account is linked to ${names.join(", ")}. Make the Instagram account professional (Instagram app: Settings, Account type and tools), link it in the Page's settings under Linked accounts, then connect again.`,
        },
      ]
}
