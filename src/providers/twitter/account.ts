import {
  type AccountClaim,
  type AccountDescription,
  type PlatformCall,
  PlatformError,
  toArray,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { itemError } from "./classify"
import type { XClient, XRead } from "./client"
import { readProblem } from "./problem"
import { tokenScope } from "./usage"

const FIELDS = { "user.fields": "profile_image_url,public_metrics" }

/**
 * Asks X whose token it is. The app's own Bearer token belongs to nobody, so
 * with it the stated account is looked up instead.
 * https://docs.x.com/x-api/users/get-my-user
 *
 * @throws PlatformError `invalid` when the token belongs to another account
 */
export async function describeAccount(
  client: XClient,
  call: PlatformCall,
  { external_id }: AccountClaim
): Promise<AccountDescription> {
  const user = await readAccount(client, call, external_id)
  const kind = tokenScope(call) === "account" ? "user" : "app"
  return describeUser(external_id, user, kind)
}

/**
 * The account as X shows it, with its counters.
 * @throws PlatformError `invalid` when the token belongs to another account;
 *   `transient` when the answer does not say to which
 */
export async function readAccount(
  client: XClient,
  call: PlatformCall,
  external_id: string
): Promise<Record<string, unknown> | null> {
  const own = tokenScope(call) === "account"
  if (!own && !/^\d+$/.test(external_id)) {
    throw wrongAccount(own, null, null)
  }
  const user = own
    ? await readUser(client, call, { path: "users/me", params: FIELDS })
    : await readUser(client, call, {
        path: "users",
        params: { ids: external_id, ...FIELDS },
      })
  const id = toId(user?.id)
  if (own && !id) {
    throw unnamed()
  }
  if (id !== external_id) {
    throw wrongAccount(own, id, toText(user?.username))
  }
  return user
}

/**
 * The account a token belongs to.
 * @throws PlatformError `transient` when the answer does not name it
 */
export async function describeOwnAccount(
  client: XClient,
  call: PlatformCall
): Promise<AccountDescription> {
  const read = { path: "users/me", params: FIELDS }
  const user = await readUser(client, call, read)
  const id = toId(user?.id)
  if (!id) {
    throw unnamed()
  }
  return describeUser(id, user, "user")
}

/**
 * One user, alone or as a list; `null` for one that X does not know.
 * @throws PlatformError `transient` when X only cannot show it at the moment
 */
async function readUser(
  client: XClient,
  call: PlatformCall,
  read: XRead
): Promise<Record<string, unknown> | null> {
  const body = toRecord(await client.get(call, read))
  const data = body?.data
  const user = toRecord(data) ?? toRecord(toArray(data)[0])
  const errors = toArray(body?.errors).map((one) => itemError(readProblem(one)))
  if (!user && errors.some(({ kind }) => kind === "transient")) {
    throw unnamed()
  }
  return user
}

function unnamed(): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "account",
    code: "missing_in_answer",
    message: "X did not say whose account it is. Start again in a few minutes.",
  })
}

/** Counters of an account, by either of X's vocabularies. */
export function countersOf(user: Record<string, unknown> | null): {
  followers: number | null
  following: number | null
  posts_count: number | null
} {
  const counters = toRecord(user?.public_metrics)
  return {
    followers: toNumber(counters?.followers_count),
    following: toNumber(counters?.following_count),
    posts_count: toNumber(counters?.post_count ?? counters?.tweet_count),
  }
}

function describeUser(
  external_id: string,
  user: Record<string, unknown> | null,
  account_type: "user" | "app"
): AccountDescription {
  const { followers, posts_count } = countersOf(user)
  return {
    external_id,
    username: toText(user?.username),
    display_name: toText(user?.name),
    avatar_url: toText(user?.profile_image_url),
    account_type,
    followers_count: followers,
    posts_count,
    scopes: null,
    token_expires_at: null,
  }
}

function wrongAccount(
  own: boolean,
  id: string | null,
  username: string | null
): PlatformError {
  const message =
    own && id
      ? `The token belongs to another account on X: @${username ?? "unknown"} with the id ${id}. Enter that id, or paste the right account's token.`
      : "X does not know an account with this id. Enter the numeric id of the account, not its name."
  return new PlatformError({
    kind: "invalid",
    scope: "account",
    code: "other_account",
    message,
  })
}
