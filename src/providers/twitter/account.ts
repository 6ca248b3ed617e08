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
import type { XClient, XRead } from "./client"
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
  if (id !== external_id) {
    throw wrongAccount(own, id, toText(user?.username))
  }
  return describeUser(external_id, user, own ? "user" : "app")
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
    throw new PlatformError({
      kind: "transient",
      scope: "account",
      code: "missing_in_answer",
      message:
        "X did not say whose account it is. Start again in a few minutes.",
    })
  }
  return describeUser(id, user, "user")
}

/** One user, alone or as a list. */
async function readUser(
  client: XClient,
  call: PlatformCall,
  read: XRead
): Promise<Record<string, unknown> | null> {
  const data = toRecord(await client.get(call, read))?.data
  return toRecord(data) ?? toRecord(toArray(data)[0])
}

/** Counters by either of X's vocabularies. */
function describeUser(
  external_id: string,
  user: Record<string, unknown> | null,
  account_type: "user" | "app"
): AccountDescription {
  const counters = toRecord(user?.public_metrics)
  return {
    external_id,
    username: toText(user?.username),
    display_name: toText(user?.name),
    avatar_url: toText(user?.profile_image_url),
    account_type,
    followers_count: toNumber(counters?.followers_count),
    posts_count: toNumber(counters?.post_count ?? counters?.tweet_count),
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
