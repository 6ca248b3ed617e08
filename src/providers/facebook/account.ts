import {
  type AccountClaim,
  type AccountDescription,
  PlatformError,
  type PlatformCall,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import {
  GRAPH_CODES,
  type GraphClient,
  type GraphObject,
  type GraphRead,
} from "../../platform-kit/meta-graph"
import { pageDenied } from "./errors"

/**
 * The Page behind a token. A Page's own token is that Page for `/me`; another
 * token could read the Page, but neither its insights nor its comments. Where
 * `/me` tells nothing, reading the Page has to do.
 * https://developers.facebook.com/docs/graph-api/reference/page
 *
 * @throws PlatformError `invalid` when the token is not this Page's
 */
export async function describePage(
  graph: GraphClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  const me = await ownerOf(graph, call)
  const owner = toId(me?.id)
  if (me && owner !== external_id) {
    throw new PlatformError({
      kind: "invalid",
      scope: "account",
      code: "wrong_account",
      message: `The token belongs to ${toText(me?.name) ?? "another account"} (${owner ?? "id not known"}), not to the Page ${external_id}. A Page access token of that Page is needed, not a person's.`,
    })
  }
  const page = await readPage(graph, call, {
    endpoint: "GET /{page-id}",
    path: encodeURIComponent(external_id),
    params: { fields: "id,name,username,link,picture,followers_count" },
  })
  return pageDescription(external_id, page)
}

/** What the fields of a Page say about it. */
export function pageDescription(
  external_id: string,
  page: GraphObject | null
): AccountDescription {
  return {
    external_id,
    username: toText(page?.username),
    display_name: toText(page?.name),
    avatar_url: toText(toRecord(toRecord(page?.picture)?.data)?.url),
    account_type: "page",
    followers_count: toNumber(page?.followers_count),
    scopes: null,
    token_expires_at: null,
  }
}

async function ownerOf(graph: GraphClient, call: PlatformCall) {
  try {
    return await readPage(graph, call, {
      endpoint: "GET /me",
      path: "me",
      params: { fields: "id,name" },
    })
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (error.kind === "gone" || error.kind === "invalid") {
      return null
    }
    throw error
  }
}

async function readPage(
  graph: GraphClient,
  call: PlatformCall,
  read: GraphRead
) {
  try {
    return toRecord(await graph.get(call, read))
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    throw error.code === GRAPH_CODES.unreadable ? pageDenied(error) : error
  }
}
