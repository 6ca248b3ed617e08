/** Lists a member's pages and reads their numbers. */
export const PAGE_ADMIN_SCOPE = "rw_organization_admin"
/** Reads the numbers of a person's own posts. */
export const MEMBER_NUMBERS_SCOPE = "r_member_postAnalytics"
/** Reads how many follow a person. */
export const MEMBER_PROFILE_SCOPE = "r_member_profileAnalytics"

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
