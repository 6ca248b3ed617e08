import {
  type Advice,
  type Discovery,
  type ConnectingCall,
  type FoundAccount,
  toArray,
  toId,
  toText,
} from "../../platform-kit"
import {
  type FacebookGrant,
  type FacebookLogin,
  grantAdvice,
  type GraphObject,
  noPages,
} from "../../platform-kit/meta-graph"
import { pageDescription } from "./account"

/**
 * All that is shown of a Page, and what no permission is needed for. Instagram
 * is left out: its fields ask for permissions of their own.
 */
const FIELDS = [
  "id,name,access_token,tasks,username,picture,followers_count",
  "id,name,access_token,tasks",
]

/** The task without which a Page gives no insights. */
const INSIGHTS_TASK = "ANALYZE"

/** The permission without which nothing of a Page can be read. */
const PAGE_SCOPE = "pages_read_engagement"

/**
 * Every Page that a grant reaches, with the Page's own token. It has no end when
 * it is made from a person's long-lived one.
 * https://developers.facebook.com/documentation/facebook-login/guides/access-tokens/get-long-lived
 *
 * @throws PlatformError
 */
export async function discoverPages(
  login: FacebookLogin,
  grant: FacebookGrant,
  call: ConnectingCall
): Promise<Discovery> {
  const pages = await login.pages(grant, FIELDS, call)
  const accounts = await Promise.all(
    pages.map((page) =>
      found(page, grant, (token) => login.endOfPage(grant, token, call))
    )
  )
  return {
    accounts: accounts.flatMap((account) => account ?? []),
    advice: [
      ...(pages.length === 0 ? [noPages(grant.scopes)] : []),
      ...grantAdvice(login.scopes, grant.scopes, login.byConfiguration),
    ],
    granted_scopes: grant.scopes,
  }
}

async function found(
  page: GraphObject,
  { tokens, scopes }: FacebookGrant,
  endOf: (access_token: string) => Promise<Date | null>
): Promise<FoundAccount | null> {
  const id = toId(page.id)
  if (id === null) {
    return null
  }
  const access_token = toText(page.access_token)
  const expires_at = access_token ? await endOf(access_token) : null
  return {
    description: {
      ...pageDescription(id, page),
      scopes,
      token_expires_at: expires_at,
    },
    other_ids: [],
    settings: {},
    tokens: {
      ...tokens,
      access_token: access_token ?? "",
      expires_at,
      source_token: tokens.access_token,
      source_expires_at: tokens.expires_at,
    },
    obstacle: obstacleOf(page, access_token, scopes),
  }
}

function obstacleOf(
  page: GraphObject,
  access_token: string | null,
  scopes: readonly string[] | null
): Advice | null {
  const name = toText(page.name) ?? "the Page"
  // Absent tasks are not known, which is no obstacle.
  const tasks = Array.isArray(page.tasks) ? toArray(page.tasks) : null
  if (tasks && !tasks.includes(INSIGHTS_TASK)) {
    return {
      code: "missing_role",
      message: `Your role on ${name} does not allow insights (task ${INSIGHTS_TASK}). Ask an admin of the Page for the task Insights, under Page settings, Page access, then connect again.`,
    }
  }
  if (scopes && !scopes.includes(PAGE_SCOPE)) {
    return {
      code: "missing_scope",
      message: `${name} cannot be read, because the permission ${PAGE_SCOPE} was not granted. Connect again and leave it ticked.`,
    }
  }
  return access_token
    ? null
    : {
        code: "no_page_token",
        message: `Facebook gave no token for ${name}. Ask an admin of the Page for full control or the task Insights, then connect again.`,
      }
}
