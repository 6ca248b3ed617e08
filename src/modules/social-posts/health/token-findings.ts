import {
  type AbstractSocialPlatform,
  personNeededBy,
  timesOf,
  type TokenInspection,
} from "../../../platform-kit"
import type { TokenFindings } from "../sql/account-health"
import type { StoredCredential } from "../sql/credentials"
import { reconnectByWhileFailing } from "../tokens/reconnect-by"
import { ungranted } from "./missing-scopes"

interface InspectedAccount {
  settings: Record<string, unknown> | null
  connection_flow: string | null
  /** What is known of the granted permissions. */
  scopes: string[] | null
}

/**
 * What is worth keeping of what a platform said about a token that works; what
 * it did not tell stays as it is stored. Pure.
 */
export function tokenFindings(
  platform: AbstractSocialPlatform,
  account: InspectedAccount,
  credential: StoredCredential,
  inspection: TokenInspection,
  now: Date
): TokenFindings {
  const { scopes } = inspection
  const {
    expires_at = credential.expires_at,
    data_access_expires_at = credential.data_access_expires_at,
  } = inspection
  const { renewal_failed_at } = credential
  const times = timesOf({ ...credential, expires_at, data_access_expires_at })
  const model = platform.tokenModel(account.settings ?? {})
  const reconnect_by = renewal_failed_at
    ? reconnectByWhileFailing(times, model, renewal_failed_at, now)
    : personNeededBy(times, model)
  const granted = scopes ?? account.scopes
  return {
    scopes,
    expires_at,
    data_access_expires_at,
    reconnect_by,
    // Not for a token that could be used for a moment only, or for nothing.
    revive:
      renewal_failed_at === null &&
      (reconnect_by === null || reconnect_by > now) &&
      ungranted("numbers", platform, account, granted).length === 0,
  }
}
