import type { ConnectionFlow, PlatformScope } from "../../platform-kit"
import { instagramProfile } from "./profile"
import type { InstagramLogin } from "./settings"

/** What is to be known of a login. */
interface LoginFlow {
  readonly scopes: readonly PlatformScope[]
  /** Names of the options that are not set yet. */
  missingOptions(): string[]
}

/**
 * The permissions that a login asks for.
 *
 * @param extra names of an option, besides those of the profile
 */
export function scopesOf(
  login: InstagramLogin,
  extra: readonly string[] = []
): PlatformScope[] {
  const usual = instagramProfile.scopes.filter(
    ({ only_for }) => only_for === login
  )
  const known = new Set(usual.map(({ name }) => name))
  const others = [...new Set(extra)].filter((name) => !known.has(name))
  return [...usual, ...others.map((name) => extraScope(name, login))]
}

const extraScope = (name: string, login: InstagramLogin): PlatformScope => ({
  name,
  reason: "Asked for because the option facebook_extra_scopes names it.",
  needed_for: "numbers",
  only_for: login,
})

const TEXTS: Record<InstagramLogin, Pick<ConnectionFlow, "label" | "help">> = {
  instagram: {
    label: "Instagram login",
    help: "Log in on Instagram as the account to connect. It has to be a professional account (business or creator); a Facebook Page is not needed.",
  },
  facebook: {
    label: "Facebook login",
    help: "Log in on Facebook as a person with a role on the Page that the Instagram account is linked to. Every linked professional account is found.",
  },
}

/** Both ways to connect, the simpler one first. */
export function instagramFlows(
  logins: Record<InstagramLogin, LoginFlow>
): ConnectionFlow[] {
  return (["instagram", "facebook"] as const).map((id) => ({
    id,
    ...TEXTS[id],
    scopes: logins[id].scopes,
    missing_options: logins[id].missingOptions(),
    pkce: false,
  }))
}
