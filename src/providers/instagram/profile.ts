import {
  DEFAULT_RATE_BASIS,
  type PlatformProfile,
  type PlatformScope,
} from "../../platform-kit"
import { GRAPH_BATCH_SIZE } from "../../platform-kit/meta-graph"
import { INSTAGRAM_METRICS } from "./metrics"
import { APP_SETUP } from "./options"

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
    name: "business_management",
    reason: "Find Pages that belong to a business portfolio.",
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
  cross_posts: { platform: "facebook", linked_by: "page_id" },
  metric_tables: { default: INSTAGRAM_METRICS },
  batch_sizes: {
    insights: GRAPH_BATCH_SIZE,
    comments: GRAPH_BATCH_SIZE,
    by_product: true,
  },
  parallel_calls: 4,
  engagement_rate_basis: DEFAULT_RATE_BASIS,
  scopes: SCOPES,
  retention: [],
  abilities: {
    comments: true,
    list_posts: true,
    account_insights: true,
    oauth: true,
    stories: true,
    webhooks: true,
  },
  account_history_days: 30,
  app_setup: APP_SETUP,
  token_help:
    "Instagram login: Meta app dashboard, Instagram, API setup with Instagram login, generate token. Facebook login: a user or system user token with the Instagram permissions.",
  external_id_help:
    'The numeric id of the Instagram account, such as "17841400000000001"; not its name. Instagram login: GET /me?fields=user_id with the token; the field "id" of that answer is another id and does not work. Facebook login: GET /{page-id}?fields=instagram_business_account.',
  post_id_help:
    'The numeric media id, 15 to 20 digits, such as "17900000000000001". The publishing call returns it, and GET /{account-id}/media lists it. The address of a post and its short code do not work.',
  settings: [
    {
      name: "login",
      label: "Login",
      help: "Where the token comes from. It decides which permissions the token needs and which numbers there are.",
      options: [
        { value: "instagram", label: "Instagram login (token starts with IG)" },
        {
          value: "facebook",
          label: "Facebook login (through the linked Page)",
        },
      ],
      decides_scopes: true,
    },
  ],
}
