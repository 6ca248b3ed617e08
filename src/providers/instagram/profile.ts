import {
  DEFAULT_RATE_BASIS,
  type PlatformProfile,
  type PlatformScope,
} from "../../platform-kit"
import { GRAPH_BATCH_SIZE } from "../../platform-kit/meta-graph"
import { INSTAGRAM_METRICS } from "./metrics"

/**
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights
 * lists the insights permission that the login's own page leaves out.
 */
const SCOPES: readonly PlatformScope[] = [
  {
    name: "instagram_business_basic",
    reason: "Read the account and its posts.",
    needed_for: "connection",
    only_for: "instagram",
  },
  {
    name: "instagram_business_manage_insights",
    reason: "Read reach, views and the other numbers of posts.",
    needed_for: "numbers",
    only_for: "instagram",
  },
  {
    name: "instagram_business_manage_comments",
    reason: "Read comments and who wrote them.",
    needed_for: "comments",
    only_for: "instagram",
  },
  {
    name: "instagram_basic",
    reason: "Read the account and its posts.",
    needed_for: "connection",
    only_for: "facebook",
  },
  {
    name: "pages_show_list",
    reason: "Find the Page the Instagram account is linked to.",
    needed_for: "connection",
    only_for: "facebook",
  },
  {
    name: "pages_read_engagement",
    reason: "Read through the linked Page.",
    needed_for: "connection",
    only_for: "facebook",
  },
  {
    name: "instagram_manage_insights",
    reason: "Read reach, views and the other numbers of posts.",
    needed_for: "numbers",
    only_for: "facebook",
  },
  {
    name: "instagram_manage_comments",
    reason: "Read comments and who wrote them.",
    needed_for: "comments",
    only_for: "facebook",
  },
]

export const instagramProfile: PlatformProfile = {
  identifier: "instagram",
  label: "Instagram",
  aliases: [],
  insights_block: "instagram_insights",
  stored_id_keys: ["instagram_media_id"],
  metric_tables: { default: INSTAGRAM_METRICS },
  batch_sizes: { insights: GRAPH_BATCH_SIZE, comments: GRAPH_BATCH_SIZE },
  parallel_calls: 4,
  engagement_rate_basis: DEFAULT_RATE_BASIS,
  scopes: SCOPES,
  retention: [],
  abilities: {
    comments: true,
    list_posts: false,
    account_insights: false,
    oauth: false,
  },
  token_help:
    "Instagram login: Meta app dashboard, Instagram, API setup with Instagram login, generate token. Facebook login: a user or system user token with the Instagram permissions.",
}
