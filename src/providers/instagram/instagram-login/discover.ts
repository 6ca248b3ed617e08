import {
  type Advice,
  bareTokens,
  type ConnectingCall,
  type Discovery,
  PlatformError,
  type PlatformScope,
  toId,
  toText,
} from "../../../platform-kit"
import {
  connectCall,
  type GraphClient,
  type GraphObject,
  grantAdvice,
} from "../../../platform-kit/meta-graph"
import { accountDescription, readMe } from "../account"
import type { InstagramGrant } from "./exchange"

/**
 * The one account that a token of the Instagram login opens.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/get-started
 *
 * @throws PlatformError
 */
export async function discoverOwnAccount(
  graph: GraphClient,
  grant: InstagramGrant,
  scopes: readonly PlatformScope[],
  call: ConnectingCall
): Promise<Discovery> {
  const { user_id, permissions, ...token } = grant
  const me = await readMe(
    graph,
    connectCall(
      {
        external_id: `person:${user_id ?? "unknown"}`,
        access_token: token.access_token,
        settings: {},
      },
      call
    )
  )
  const external_id = toId(me.user_id)
  if (external_id === null) {
    throw withoutAccount()
  }
  const scoped = toId(me.id)
  const others = new Set([scoped, user_id])
  return {
    accounts: [
      {
        description: {
          ...accountDescription(external_id, me),
          scopes: permissions,
          token_expires_at: token.expires_at,
        },
        other_ids: [...others].filter(
          (id) => id !== null && id !== external_id
        ) as string[],
        settings: { login: "instagram" },
        tokens: {
          ...bareTokens(token.access_token),
          ...token,
          granted_by: scoped,
          own_app: true,
        },
        obstacle: obstacleOf(me),
      },
    ],
    advice: grantAdvice(scopes, permissions),
    granted_scopes: permissions,
  }
}

const withoutAccount = () =>
  new PlatformError({
    kind: "transient",
    scope: "account",
    code: "no_account_in_answer",
    message:
      "Instagram did not say which account was connected. Start again in a few minutes.",
  })

function obstacleOf(me: GraphObject): Advice | null {
  // Names of professional accounts come and go; only this one has no API.
  if (toText(me.account_type)?.toLowerCase() !== "personal") {
    return null
  }
  return {
    code: "personal_account",
    message: `@${toText(me.username) ?? "the account"} is a personal account, which gives no numbers. Switch it in the Instagram app under Settings, Account type and tools, Switch to professional account; then connect again.`,
  }
}
