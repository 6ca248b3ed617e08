import { DEFAULT_RATE_BASIS, type PlatformProfile } from "../../platform-kit"
import { GRAPH_BATCH_SIZE } from "../../platform-kit/meta-graph"
import { FACEBOOK_METRICS } from "./metrics"
import { APP_SETUP } from "./options"

export const facebookProfile: PlatformProfile = {
  identifier: "facebook",
  label: "Facebook",
  aliases: [],
  insights_block: "facebook_insights",
  stored_id_keys: ["facebook_post_id"],
  metric_tables: { default: FACEBOOK_METRICS },
  batch_sizes: { insights: GRAPH_BATCH_SIZE, comments: GRAPH_BATCH_SIZE },
  parallel_calls: 4,
  engagement_rate_basis: DEFAULT_RATE_BASIS,
  scopes: [
    {
      name: "pages_show_list",
      reason: "Find the Page among those of the person.",
      needed_for: "connection",
    },
    {
      name: "business_management",
      reason: "See Pages that belong to a business portfolio.",
      needed_for: "connection",
    },
    {
      name: "pages_read_engagement",
      reason: "Read the Page and its posts.",
      needed_for: "connection",
    },
    {
      name: "read_insights",
      reason: "Read reach, views, clicks and reactions of posts.",
      needed_for: "numbers",
    },
    {
      name: "pages_read_user_content",
      reason: "Read comments and their totals.",
      needed_for: "comments",
    },
  ],
  retention: [],
  abilities: {
    comments: true,
    list_posts: true,
    account_insights: true,
    oauth: true,
    stories: true,
    webhooks: true,
  },
  account_history_days: 90,
  app_setup: APP_SETUP,
  token_help:
    "A Page access token: with a long-lived user token of a person who has a role on the Page, ask GET /me/accounts and take the Page's access_token.",
  external_id_help:
    'The numeric id of the Page, such as "1148671018324630"; not its name. GET /me/accounts lists it as "id" beside the Page\'s access_token.',
  post_id_help:
    'Page id, underscore, post id: "1148671018324630_122098291011327930". The publishing call returns it. The part after the underscore alone works too; the address of a post and ids that begin with "pfbid" do not.',
  settings: [],
}
