import {
  type AccountClaim,
  type AccountDescription,
  PlatformError,
  type PlatformCall,
  toArray,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import type { GraphClient, GraphObject } from "../../platform-kit/meta-graph"

/** What is shown of an account; both logins have these fields. */
export const PROFILE_FIELDS =
  "username,name,profile_picture_url,followers_count,media_count"

/**
 * The account behind a token of the Instagram login.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/get-started
 *
 * @throws PlatformError `invalid` when the token belongs to another account
 */
export async function describeInstagramLogin(
  graph: GraphClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  const me = await readMe(graph, call)
  const id = toId(me.user_id)
  if (id !== external_id) {
    const scoped = toId(me.id) === external_id
    throw anotherAccount(
      `The token belongs to ${nameOf(me)}, whose account id is ${id ?? "not known"}${
        scoped
          ? `; ${external_id} is only its id inside the app`
          : `, not ${external_id}`
      }. Use the account id.`
    )
  }
  return accountDescription(external_id, me)
}

/**
 * Whoever a token of the Instagram login opens. `user_id` is the account's id,
 * `id` only its name inside the app.
 *
 * @throws PlatformError
 */
export async function readMe(
  graph: GraphClient,
  call: PlatformCall
): Promise<GraphObject> {
  const body = await graph.get(call, {
    endpoint: "GET /me",
    path: "me",
    params: { fields: `id,user_id,account_type,${PROFILE_FIELDS}` },
  })
  return unwrapped(body)
}

/**
 * The account behind a token of the Facebook login.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user
 *
 * @throws PlatformError `invalid` when the token cannot read that account
 */
export async function describeFacebookLogin(
  graph: GraphClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  try {
    const body = await graph.get(call, {
      endpoint: "GET /{ig-user-id}",
      path: encodeURIComponent(external_id),
      params: { fields: `id,${PROFILE_FIELDS}` },
    })
    return accountDescription(external_id, unwrapped(body))
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    throw error.kind === "gone"
      ? anotherAccount(
          `The token cannot read an Instagram account ${external_id}. Use the id in the linked Page's instagram_business_account, and a token of a person or system user with that Page.`
        )
      : error
  }
}

/** `/me` is seen plain and inside `{ data: [ … ] }`. */
function unwrapped(body: unknown): GraphObject {
  const record = toRecord(body) ?? {}
  return toRecord(toArray(record.data)[0]) ?? record
}

function nameOf(me: GraphObject): string {
  const username = toText(me.username)
  return username ? `@${username}` : "another account"
}

/** What the profile fields of an account say about it. */
export function accountDescription(
  external_id: string,
  me: GraphObject
): AccountDescription {
  return {
    external_id,
    username: toText(me.username),
    display_name: toText(me.name),
    avatar_url: toText(me.profile_picture_url),
    account_type: toText(me.account_type)?.toLowerCase() ?? null,
    followers_count: toNumber(me.followers_count),
    posts_count: toNumber(me.media_count),
    scopes: null,
    token_expires_at: null,
  }
}

function anotherAccount(message: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "account",
    code: "wrong_account",
    message,
  })
}
