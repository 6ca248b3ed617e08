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
import type { GraphClient } from "../../platform-kit/meta-graph"

type Account = Record<string, unknown>

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
  const body = await graph.get(call, {
    endpoint: "GET /me",
    path: "me",
    params: {
      fields:
        "id,user_id,username,name,account_type,profile_picture_url,followers_count",
    },
  })
  const me = unwrapped(body)
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
  return toDescription(external_id, me)
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
      params: {
        fields: "id,username,name,profile_picture_url,followers_count",
      },
    })
    return toDescription(external_id, unwrapped(body))
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
function unwrapped(body: unknown): Account {
  const record = toRecord(body) ?? {}
  return toRecord(toArray(record.data)[0]) ?? record
}

function nameOf(me: Account): string {
  const username = toText(me.username)
  return username ? `@${username}` : "another account"
}

function toDescription(external_id: string, me: Account): AccountDescription {
  return {
    external_id,
    username: toText(me.username),
    display_name: toText(me.name),
    avatar_url: toText(me.profile_picture_url),
    account_type: toText(me.account_type)?.toLowerCase() ?? null,
    followers_count: toNumber(me.followers_count),
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
