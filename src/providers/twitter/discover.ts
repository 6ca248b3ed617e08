import {
  type Advice,
  type ConnectingCall,
  connectingCall,
  type Discovery,
} from "../../platform-kit"
import { describeOwnAccount } from "./account"
import type { XClient } from "./client"
import type { XGrant } from "./oauth"
import { twitterProfile } from "./profile"

/** Of an account that its holder connected. */
const SETTINGS = { auth: "user" }

/**
 * The account behind a grant: X opens exactly one.
 * @throws PlatformError
 */
export async function discoverAccount(
  client: XClient,
  { tokens, scopes }: XGrant,
  call: ConnectingCall
): Promise<Discovery> {
  const { access_token, own_app } = tokens
  const claim = { external_id: "me", access_token, own_app, settings: SETTINGS }
  const connecting = connectingCall(twitterProfile.identifier, claim, call)
  const description = await describeOwnAccount(client, connecting)
  return {
    accounts: [
      {
        description: {
          ...description,
          scopes,
          token_expires_at: tokens.expires_at,
        },
        other_ids: [],
        settings: SETTINGS,
        tokens: { ...tokens, granted_by: description.external_id },
        obstacle: null,
      },
    ],
    advice: tokens.refresh_token === null ? [noOfflineAccess()] : [],
    granted_scopes: scopes,
  }
}

const noOfflineAccess = (): Advice => ({
  code: "no_offline_access",
  message:
    "X gave no permission to stay connected (offline.access), so the connection ends after two hours. Connect again and allow everything X asks for.",
})
