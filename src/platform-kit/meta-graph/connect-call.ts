import type { AccountClaim, PlatformCall } from "../contract"

/** The call for an account that is only about to be connected. */
export function connectCall(
  claim: AccountClaim,
  call: Omit<PlatformCall, "account" | "depth">
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
    },
  }
}
