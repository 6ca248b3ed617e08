import {
  type AbstractSocialPlatform,
  mayRenew,
  timesOf,
} from "../../../platform-kit"
import type { AccountState } from "../sql/account-health"
import type { StoredCredential } from "../sql/credentials"
import type { TokenHealth } from "../types/health"
import type { TokenAnswer } from "./find-problems"

const VALID = { valid: true, dead: false, unknown: null } as const

/** What is known of a token after it was asked about. Pure. */
export function tokenHealth(
  platform: AbstractSocialPlatform | null,
  settings: Record<string, unknown>,
  answer: TokenAnswer,
  state: AccountState,
  credential: StoredCredential | null,
  now: Date
): TokenHealth {
  return {
    valid: VALID[answer.state],
    problem: "problem" in answer ? answer.problem : null,
    expires_at: credential?.expires_at ?? null,
    refresh_expires_at: credential?.refresh_expires_at ?? null,
    data_access_expires_at: credential?.data_access_expires_at ?? null,
    reconnect_by: state.reconnect_by,
    renews_itself:
      answer.state !== "dead" &&
      platform !== null &&
      credential !== null &&
      renewsItself(platform, credential, settings, now),
    renewal_failed_at: state.renewal_failed_at,
    renewal_error: state.renewal_error,
  }
}

/** Now or later: a token that is too young today will be old enough. */
function renewsItself(
  platform: AbstractSocialPlatform,
  credential: StoredCredential,
  settings: Record<string, unknown>,
  now: Date
): boolean {
  const times = { ...timesOf(credential), issued_at: null }
  return mayRenew(times, platform.tokenModel(settings), now)
}
