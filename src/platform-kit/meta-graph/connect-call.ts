import type { AccountClaim, ConnectingCall, PlatformCall } from "../contract"

/** The call for an account that is only about to be connected. */
export function connectCall(
  claim: AccountClaim,
  call: ConnectingCall
): PlatformCall {
  return {
    ...call,
    depth: "single",
    account: {
      id: `connect:${claim.external_id}`,
      external_id: claim.external_id,
      username: null,
      scopes: null,
      settings: claim.settings,
      access_token: claim.access_token,
      own_app: claim.own_app,
    },
  }
}
