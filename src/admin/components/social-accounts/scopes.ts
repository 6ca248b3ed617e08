import type {
  SocialAccount,
  SocialPlatform,
  SocialPlatformScope,
} from "../../types/http"

/** What a permission is good for, in the order one needs it. */
export const PURPOSES = ["connection", "numbers", "comments"] as const
export type ScopePurpose = (typeof PURPOSES)[number]

type Chosen = Readonly<Record<string, unknown>>
type Decides = Pick<SocialPlatform, "scopes" | "settings">

/**
 * The permissions that the chosen variant of an account needs. As long as
 * nothing is chosen, only those that every variant needs.
 */
export function scopesFor(
  { scopes, settings }: Decides,
  chosen: Chosen | null
): SocialPlatformScope[] {
  const decider = settings.find(({ decides_scopes }) => decides_scopes)
  const variant = decider && (chosen?.[decider.name] ?? decider.default)
  return scopes.filter(
    ({ only_for }) => only_for === undefined || only_for === variant
  )
}

export interface ScopeGroup {
  purpose: ScopePurpose
  scopes: SocialPlatformScope[]
}

/** Permissions by what they are good for; purposes without any are left out. */
export function groupScopes(
  scopes: readonly SocialPlatformScope[]
): ScopeGroup[] {
  return PURPOSES.map((purpose) => ({
    purpose,
    scopes: scopes.filter(({ needed_for }) => needed_for === purpose),
  })).filter((group) => group.scopes.length > 0)
}

/** Whether a token has a permission; `null` when the platform does not say. */
export function isGranted(
  account: Pick<SocialAccount, "scopes">,
  name: string
): boolean | null {
  return account.scopes && account.scopes.includes(name)
}

/** What is not read because the token lacks a permission for it. */
export function missingPurposes(
  account: Pick<SocialAccount, "scopes" | "settings">,
  platform: Decides
): ScopePurpose[] {
  const missing = scopesFor(platform, account.settings).filter(
    ({ name }) => isGranted(account, name) === false
  )
  return groupScopes(missing).map(({ purpose }) => purpose)
}

/** i18next reads dots and colons in keys: `tweet.read` is kept as `tweet_read`. */
export const scopeKey = (name: string): string => name.replace(/[.:]/g, "_")
