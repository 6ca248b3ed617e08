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
  claim: AccountClaim
): Promise<AccountDescription> {
  const own = tokenScope(call) === "account"
  if (!own && !/^\d+$/.test(claim.external_id)) {
    throw wrongAccount(own, null, null)
  }
  const read: XRead = own
    ? { path: "users/me", params: FIELDS }
    : { path: "users", params: { ids: claim.external_id, ...FIELDS } }
  const data = toRecord(await client.get(call, read))?.data
  const user = toRecord(own ? data : toArray(data)[0])
  const external_id = toId(user?.id)
  const username = toText(user?.username)
  if (external_id !== claim.external_id) {
    throw wrongAccount(own, external_id, username)
  }
  return {
    external_id,
    username,
    display_name: toText(user?.name),
    avatar_url: toText(user?.profile_image_url),
    account_type: own ? "user" : "app",
    followers_count: toNumber(toRecord(user?.public_metrics)?.followers_count),
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
