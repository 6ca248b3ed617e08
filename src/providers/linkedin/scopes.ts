import type { PlatformScope } from "../../platform-kit"
import { linkedinProfile } from "./profile"

/** Lists a member's pages and reads their numbers. */
export const PAGE_ADMIN_SCOPE = "rw_organization_admin"
/** Reads the numbers of a person's own posts. */
export const MEMBER_NUMBERS_SCOPE = "r_member_postAnalytics"

/**
 * What the consent page asks for: always the same, because another set ends all
 * earlier tokens of the member for the app. All of one product, because an app
 * with the Community Management API may have no other.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export const DEFAULT_SCOPES: readonly string[] = [
  PAGE_ADMIN_SCOPE,
  "r_organization_social",
  "r_organization_social_feed",
]

/** Tell who the member is, whose own numbers are read. */
export const SIGN_IN_SCOPES: readonly string[] = ["openid", "profile"]

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
