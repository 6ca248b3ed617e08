import type { PlatformScope } from "../../platform-kit"
import { linkedinProfile } from "./profile"

/** The product that pages are read with. */
export const PAGES_PRODUCT = "Community Management API"

/**
 * Products that an app has to have for a scope, by their names in LinkedIn's
 * developer portal; all others belong to the Community Management API.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access
 */
const PRODUCTS: Readonly<Record<string, string>> = {
  openid: "Sign In with LinkedIn using OpenID Connect",
  profile: "Sign In with LinkedIn using OpenID Connect",
  email: "Sign In with LinkedIn using OpenID Connect",
  w_member_social: "Share on LinkedIn",
}

export const productOf = (scope: string): string =>
  PRODUCTS[scope] ?? PAGES_PRODUCT

/** A scope of the option `scopes`, with what it is for. */
export function scopeOf(name: string): PlatformScope {
  const known = linkedinProfile.scopes.find((scope) => scope.name === name)
  return {
    name,
    reason: known?.reason ?? "Asked for because the option scopes names it.",
    needed_for: known?.needed_for ?? "connection",
  }
}
