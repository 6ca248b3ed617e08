/**
 * Scopes an app of the Community Management API has (§2). Others are refused in
 * the dialog, `r_member_social` and `r_member_social_feed` among them, which are
 * closed to new apps.
 */
export const APPROVED_SCOPES = [
  "openid",
  "profile",
  "email",
  "w_member_social",
  "r_organization_social",
  "w_organization_social",
  "r_organization_admin",
  "rw_organization_admin",
  "r_organization_social_feed",
  "w_organization_social_feed",
  "w_member_social_feed",
  "r_member_postAnalytics",
  "r_member_profileAnalytics",
]
