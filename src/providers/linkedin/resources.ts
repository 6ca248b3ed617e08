import type { EntityResource } from "./entity-reader"
import {
  type LinkedInPost,
  type Organization,
  readOrganization,
  readPost,
  readSocialMetadata,
  type SocialMetadata,
} from "./schemas"

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api */
export const SOCIAL_METADATA: EntityResource<SocialMetadata> = {
  name: "socialMetadata",
  read: readSocialMetadata,
  scope: "r_organization_social_feed",
  refusal:
    "Permission denied: reactions by type need the scope r_organization_social_feed. Reconnect the account and grant it.",
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
export const POSTS: EntityResource<LinkedInPost> = {
  name: "posts",
  read: readPost,
  scope: "r_organization_social",
  refusal:
    "Permission denied: the page's posts need the scope r_organization_social. Reconnect the account and grant it.",
}

/**
 * Pages by their numbers.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api
 */
export const ORGANIZATIONS: EntityResource<Organization> = {
  name: "organizations",
  read: readOrganization,
  scope: "rw_organization_admin",
  refusal:
    "Permission denied: a page's name needs the scope rw_organization_admin. Reconnect the account and grant it.",
}
