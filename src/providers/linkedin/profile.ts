import type { PlatformProfile } from "../../platform-kit"
import { HISTORY_DAYS, MEMBER_METRICS, ORGANIZATION_METRICS } from "./metrics"
import { APP_SETUP } from "./options"

const HOURS_A_DAY = 24

/** Posts of one statistics call; a long question is tunnelled. */
export const STATISTICS_BATCH = 100
/** Posts of one batch lookup, which fits into a plain GET. */
export const LOOKUP_BATCH = 50

/**
 * LinkedIn, Community Management API.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/
 * https://learn.microsoft.com/en-us/linkedin/marketing/data-storage-requirements (retention)
 */
export const linkedinProfile: PlatformProfile = {
  identifier: "linkedin",
  label: "LinkedIn",
  aliases: [],
  insights_block: "linkedin_insights",
  stored_id_keys: ["linkedin_post_id", "linkedin_share_id", "linkedin_urn"],
  metric_tables: {
    organization: ORGANIZATION_METRICS,
    member: MEMBER_METRICS,
  },
  batch_sizes: { insights: STATISTICS_BATCH, comments: 1 },
  parallel_calls: 4,
  engagement_rate_basis: ["reach", "views", "impressions"],
  scopes: [
    {
      name: "rw_organization_admin",
      reason: "Reads the statistics of your page's posts.",
      needed_for: "numbers",
      only_for: "organization",
    },
    {
      name: "r_organization_social",
      reason: "Reads your page's posts and tells deleted ones from quiet ones.",
      needed_for: "numbers",
      only_for: "organization",
    },
    {
      name: "r_organization_social_feed",
      reason: "Reads reactions by type and the comments on your page's posts.",
      needed_for: "comments",
      only_for: "organization",
    },
    {
      name: "r_member_postAnalytics",
      reason: "Reads the numbers of your own posts.",
      needed_for: "numbers",
      only_for: "member",
    },
    {
      name: "r_member_profileAnalytics",
      reason: "Reads how many people follow you, day by day.",
      needed_for: "numbers",
      only_for: "member",
    },
    {
      name: "openid",
      reason: "Finds out whom the token belongs to.",
      needed_for: "connection",
      only_for: "member",
    },
    {
      name: "profile",
      reason: "Shows your name and picture beside the account.",
      needed_for: "connection",
      only_for: "member",
    },
    {
      name: "r_member_social_feed",
      reason:
        "Reads comments on your own posts; LinkedIn no longer grants it to new apps.",
      needed_for: "comments",
      only_for: "member",
    },
  ],
  retention: [
    { data: "comments", keep_hours: 48 },
    { data: "comment_authors", keep_hours: 24 },
    { data: "posts", keep_hours: 181 * HOURS_A_DAY },
    { data: "numbers", keep_hours: 365 * HOURS_A_DAY },
  ],
  abilities: {
    comments: true,
    list_posts: true,
    account_insights: true,
    oauth: true,
  },
  account_history_days: HISTORY_DAYS,
  app_setup: APP_SETUP,
  token_help:
    "Take a three-legged token from the token generator in LinkedIn's developer portal, as an administrator of the page.",
  external_id_help:
    'A page: its number or URN, such as "4711" or "urn:li:organization:4711"; the number stands in the address of the page\'s admin view, linkedin.com/company/4711/admin. A person: "urn:li:person:" and the "sub" that GET /v2/userinfo returns for the token.',
  post_id_help:
    'The URN of the post: "urn:li:share:7300000000000000001" or "urn:li:ugcPost:7300000000000000001". The publishing call returns it. The address of a post does not work, and neither does urn:li:activity:….',
  app_scoped_ids: true,
  settings: [
    {
      name: "kind",
      label: "Account",
      help: "Whose posts they are. It decides which permissions the token needs and which numbers there are.",
      options: [
        { value: "organization", label: "A company page" },
        { value: "member", label: "A person" },
      ],
      decides_scopes: true,
    },
  ],
}
