import type {
  AbstractSocialPlatform,
  RevocationReach,
} from "../../../platform-kit"
import type { SyncAccount } from "../sql/load-claimed"

/** What disconnecting takes back at the platform. */
export interface RevocationPlan {
  reach: RevocationReach
  /** One or two sentences for the merchant. */
  note: string
}

/**
 * What is taken back when an account is disconnected. Never more than its own
 * access: what a person granted to the app stays while other accounts live on
 * it. A pasted token is not this store's to end. Pure.
 *
 * @param sameGrant how many other connected accounts live on the same grant
 */
export function planRevocation(
  account: Pick<
    SyncAccount,
    "platform" | "settings" | "connection_flow" | "credential"
  >,
  platform: AbstractSocialPlatform | null,
  sameGrant: number
): RevocationPlan {
  if (!platform) {
    return none(
      `The platform "${account.platform}" is not configured in this store, so access is not taken back there. Remove the app in the settings of that platform.`
    )
  }
  const { label } = platform.profile
  if (!account.credential) {
    return none(`No token of ${label} is stored any more.`)
  }
  if (account.connection_flow === null) {
    return none(
      `The token was pasted. It is deleted here, but ${label} accepts it until it ends or is taken back there.`
    )
  }
  switch (platform.revocation(account.settings ?? {})) {
    case "none":
      return none(
        `The token is deleted here. ${label} offers no way to take access back from here: remove the app in the settings of ${label}.`
      )
    case "account":
      return {
        reach: "account",
        note: `${label} ends the store's access to this account.`,
      }
    case "person":
      return sameGrant > 0
        ? none(
            `The token is deleted here. ${sameGrant === 1 ? "Another account" : `${sameGrant} other accounts`} of this store ${sameGrant === 1 ? "was" : "were"} connected by the same person, so ${label} ends the access with the last of them.`
          )
        : {
            reach: "person",
            note: `${label} ends everything this person allowed the store's app to do.`,
          }
  }
}

const none = (note: string): RevocationPlan => ({ reach: "none", note })
