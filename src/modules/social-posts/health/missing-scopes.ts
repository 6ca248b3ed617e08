import type {
  AbstractSocialPlatform,
  PlatformScope,
} from "../../../platform-kit"
import type { MissingScope } from "../types/health"

interface ScopedAccount {
  /** Way it was connected; `null` for a pasted token. */
  connection_flow: string | null
  settings: Record<string, unknown> | null
}

/** Granted permissions; `null` when the platform does not tell. */
type Granted = readonly string[] | null

/**
 * The permissions an account should have and was not granted; none when that
 * is not known. Pure.
 */
export function missingScopes(
  platform: AbstractSocialPlatform,
  account: ScopedAccount,
  granted: Granted
): MissingScope[] {
  return neededScopes(platform, account)
    .filter(({ name }) => granted && !granted.includes(name))
    .map(({ name, reason, needed_for }) => ({ name, reason, needed_for }))
}

/**
 * The permissions for numbers or comments when it is known that an account was
 * granted none of them, so that they cannot be read; else none. Pure.
 */
export function ungranted(
  part: "numbers" | "comments",
  platform: AbstractSocialPlatform,
  account: ScopedAccount,
  granted: Granted
): string[] {
  const needed = neededScopes(platform, account)
    .filter(({ needed_for }) => needed_for === part)
    .map(({ name }) => name)
  return granted && !needed.some((name) => granted.includes(name)) ? needed : []
}

function neededScopes(
  platform: AbstractSocialPlatform,
  { connection_flow, settings }: ScopedAccount
): PlatformScope[] {
  const { profile } = platform
  const flow = platform
    .connectionFlows()
    .find(({ id }) => id === connection_flow)
  const deciding = profile.settings?.find(
    ({ decides_scopes }) => decides_scopes
  )
  const family = deciding && (settings?.[deciding.name] ?? deciding.default)
  return (flow?.scopes ?? profile.scopes).filter(
    ({ only_for }) => !only_for || only_for === family
  )
}
