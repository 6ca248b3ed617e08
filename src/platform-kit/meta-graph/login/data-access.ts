import type { PlatformScope } from "../../profile"

/**
 * Permissions whose data stays open when the 90 days of data access are over;
 * none of Instagram's is among them.
 * https://developers.facebook.com/documentation/facebook-login/auth-vs-data
 */
const EXEMPT: ReadonlySet<string> = new Set([
  "ads_management",
  "ads_read",
  "business_management",
  "pages_manage_ads",
  "pages_manage_cta",
  "pages_manage_engagement",
  "pages_manage_metadata",
  "pages_manage_posts",
  "pages_messaging",
  "pages_read_engagement",
  "pages_read_user_content",
  "pages_show_list",
  "read_insights",
])

/** Whether the end of data access takes anything away from these permissions. */
export const dataAccessEnds = (scopes: readonly PlatformScope[]): boolean =>
  scopes.some(({ name }) => !EXEMPT.has(name))
